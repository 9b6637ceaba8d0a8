// Counts, intervals and durations in words.
#include "ebb/core/words.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("a count agrees with its noun") {
  CHECK(counted(0, "card") == "0 cards");
  CHECK(counted(1, "card") == "1 card");
  CHECK(counted(1204, "card") == "1,204 cards");
  CHECK(counted(2, "entry") == "2 entries");
  CHECK(counted(1, "entry") == "1 entry");
  CHECK(counted(2, "day") == "2 days");
  CHECK(with_commas(-1234567) == "-1,234,567");
  CHECK(with_commas(999) == "999");
}

TEST_CASE("a preview says the interval and whether the card comes again today") {
  const Day day = day_from_number(20000);
  Memory after;
  after.reviews = 1;
  after.interval = 6;
  after.due = day + std::chrono::days{6};
  CHECK(preview_text(after, day) == "6 days");
  after.drill = day;
  CHECK(preview_text(after, day) == "6 days, and again today");
  CHECK(days_short(6) == "6d");
}

TEST_CASE("durations are told as people tell them") {
  CHECK(duration_text(Millis{40000}) == "40 s");
  CHECK(duration_text(Millis{400000}) == "6 min 40 s");
  CHECK(duration_text(Millis{6720000}) == "1 h 52 min");
  CHECK(about_time(Millis{7 * 60000}) == "about 7 minutes");
  CHECK(about_time(Millis{10000}) == "less than a minute");
  CHECK(about_time(Millis{60000}) == "about 1 minute");
  CHECK(about_time(Millis{7200000}) == "about 2 hours");
}
