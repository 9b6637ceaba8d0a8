// The log for people, and seals.
#include "store/home.hpp"

using namespace ebb;

namespace {

std::vector<LogLine> lines(Home& home) {
  std::vector<LogLine> all;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    all.push_back(line);
    return true;
  });
  return all;
}

}  // namespace

TEST_CASE("everything that happened is in the log, newest first") {
  Home home;
  home.import({{"q", "a"}}, "deck name");
  {
    Study study = home.study();
    study.mark();
    study.grade(Quality::hard, Millis{700});
  }
  undo(*home.collection, home.today());
  const auto log = lines(home);
  REQUIRE(log.size() == 5);
  CHECK(log[0].what == "undo");
  CHECK(log[0].detail == log[1].entry);
  CHECK(log[1].what == "review");
  CHECK(log[1].undone);
  CHECK(log[1].quality == Quality::hard);
  CHECK(log[1].took_ms == 700);
  CHECK(log[2].what == "note.mark");
  CHECK(log[3].what == "note.new");
  CHECK(log[3].detail == "q");
  CHECK(log[4].what == "deck.new");
  CHECK(log[4].detail == "deck name");
  CHECK(log[3].batch == log[4].entry);
  CHECK(log[3].card == log[1].card);
}

TEST_CASE("a seal is written once for what is new, and proves the entries before it") {
  Home home;
  home.import_seven();
  seal(*home.collection, home.today());
  seal(*home.collection, home.today());
  CHECK(lines(home).size() == 9);
  {
    Study study = home.study();
    study.grade(Quality::good, Millis{0});
  }
  seal(*home.collection, home.today());
  CHECK(home.damage().empty());
  // Somebody forces the file: the seal no longer fits.
  home.store().db().run("DROP TRIGGER review_keep_update; UPDATE review SET grade = 5");
  CHECK(home.damage().find("not those that were sealed") != std::string::npos);
}

TEST_CASE("a missing entry is damage") {
  Home home;
  home.import_seven();
  home.store().db().run("DROP TRIGGER change_keep_delete; DELETE FROM change WHERE id = 4");
  CHECK(home.damage().find("lacks 1 entry") != std::string::npos);
}
