// Caches can be dropped and rebuilt: the doctor notices what differs, and mends it without touching the log.
#include "store/home.hpp"

using namespace ebb;

namespace {

void live(Home& home) {
  home.import_seven();
  for (int day = 0; day < 4; ++day) {
    Study study = home.study();
    for (int i = 0; study.card() && i < 20; ++i) study.grade(static_cast<Quality>((i * 5 + day) % 6), Millis{100});
    home.next_day(2);
  }
}

}  // namespace

TEST_CASE("every cache that is changed by hand is noticed and mended") {
  Home home;
  live(home);
  const std::string before = home.picture(true);
  CHECK(home.damage().empty());
  for (const char* sql : {"UPDATE card SET due = due + 1 WHERE id = 1024", "UPDATE card SET ef = 130", "DELETE FROM tally WHERE band = 0",
                          "UPDATE note SET flags = 4", "UPDATE deck SET name = 'x'", "DELETE FROM card WHERE id = 2048",
                          "INSERT INTO dead VALUES(1, 1)", "DELETE FROM note_tag", "INSERT INTO buried VALUES(1024, 20000)",
                          "UPDATE card SET head = 0"}) {
    home.store().db().run(sql);
    CHECK_MESSAGE(!home.damage().empty(), sql);
    rebuild(*home.collection, home.today());
    CHECK_MESSAGE(home.damage().empty(), sql);
    CHECK_MESSAGE(home.picture(true) == before, sql);
  }
}

TEST_CASE("diagnosing changes nothing") {
  Home home;
  live(home);
  home.store().db().run("UPDATE card SET ef = 130 WHERE id = 1024");
  const std::string before = home.picture(true);
  CHECK(!home.damage().empty());
  CHECK(home.picture(true) == before);
}

TEST_CASE("a clock set back, gone cards and answers of the future are notes, not damage") {
  Home home;
  live(home);
  home.import({{"q1", "a1"}});
  home.next_day(-20);
  home.import({{"fresh", "x"}}, "other");
  {
    StudyOptions options;
    options.filter = CardFilter::in_deck("other");
    options.new_limit = 50;
    Study study = home.study(options);
    study.grade(Quality::good, Millis{0});
  }
  const Diagnosis diagnosis = diagnose(*home.collection, home.today());
  CHECK(!diagnosis.damaged());
  CHECK(diagnosis.findings.size() >= 3);
  CHECK(diagnosis.proved.size() >= 3);
}

TEST_CASE("caches made by another version of the fold are folded anew on opening, and told") {
  Home home;
  live(home);
  home.store().db().run("UPDATE meta SET value = '0' WHERE key = 'fold'; UPDATE card SET ef = 130");
  home.open(Purpose::write);
  CHECK(home.collection->notices().size() == 1);
  CHECK(home.damage().empty());
}
