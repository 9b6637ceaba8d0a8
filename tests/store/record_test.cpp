// One answer: what it writes, and how little.
#include <sys/stat.h>

#include "store/home.hpp"
#include "store/study/record.hpp"

using namespace ebb;

TEST_CASE("an answer is an entry, a schedule and a cell of the tally") {
  Home home;
  home.import_seven();
  Study study = home.study();
  const CardId card = study.card()->card;
  study.reveal();
  const Saved saved = study.grade(Quality::hard, Millis{4200});
  CHECK(saved.after.interval == 1);
  CHECK(drills_on(saved.after, home.day));
  const auto lived = history(*home.collection, card);
  REQUIRE(lived.size() == 1);
  CHECK(lived[0].review.quality == Quality::hard);
  CHECK(lived[0].review.took == Millis{4200});
  CHECK(lived[0].review.day == home.day);
  CHECK(lived[0].after == saved.after);
  CHECK(entry_name(home.store(), lived[0].entry) == saved.entry);
  const auto rows = tally(*home.collection, home.day, home.day);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].band == Band::first);
  CHECK(rows[0].took_ms == 4200);
}

TEST_CASE("an answer takes no longer than a minute") {
  Home home;
  home.import_seven();
  Study study = home.study();
  const CardId card = study.card()->card;
  study.grade(Quality::good, Millis{3600000});
  CHECK(history(*home.collection, card)[0].review.took == Millis{60000});
}

TEST_CASE("an answer writes at most six pages, over a collection of many") {
  Home home;
  std::vector<std::pair<std::string, std::string>> notes;
  for (int i = 0; i < 20000; ++i) notes.emplace_back("question " + std::to_string(i), "answer " + std::to_string(i));
  home.import(notes);
  home.store().db().run("PRAGMA wal_checkpoint(TRUNCATE)");
  const auto pages = [&] {
    struct stat info {};
    REQUIRE(stat((home.path + "-wal").c_str(), &info) == 0);
    return info.st_size == 0 ? 0.0 : static_cast<double>(info.st_size - 32) / (4096 + 24);
  };
  home.store().db().run("PRAGMA wal_autocheckpoint = 0");
  constexpr int answers = 200;
  for (int i = 0; i < answers; ++i) {  // cards far apart, so that no page is met twice
    const CardId card = card_of(NoteId{1 + (i * 7919) % 20000}, 0);
    record(home.store(), home.today(), card, static_cast<Quality>(2 + i % 4), Millis{100}, 0);
  }
  CHECK(pages() / answers <= 6.0);
  CHECK(pages() / answers > 1.0);
}

TEST_CASE("a clock that stepped back keeps the order and counts no negative days") {
  Home home;
  home.import_seven();
  Study first = home.study();
  const CardId card = first.card()->card;
  first.grade(Quality::good, Millis{0});
  home.next_day(-10);
  record(home.store(), home.today(), card, Quality::good, Millis{0}, 0);
  const auto lived = history(*home.collection, card);
  REQUIRE(lived.size() == 2);
  CHECK(lived[1].after.interval == 6);
  CHECK(*lived[1].after.due == home.day + std::chrono::days{16});
  CHECK(home.damage().empty());
}
