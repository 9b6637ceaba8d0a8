// Streaks: study days in a row.
#include <doctest/doctest.h>

#include "ebb/stats/stats.hpp"

using namespace ebb;

namespace {

// Rows with answers on the given days; some days have more than one row, as in a real tally.
std::vector<TallyRow> answered_on(std::initializer_list<int> days) {
  std::vector<TallyRow> rows;
  for (const int day : days) {
    rows.push_back({day_from_number(day), Band::first, Quality::good, 2, 0});
    if (day % 2 == 0) rows.push_back({day_from_number(day), Band::days, Quality::again, 1, 0});
  }
  return rows;
}

int streak_at(std::initializer_list<int> days, int today) {
  return streak(answered_on(days), day_from_number(today));
}

}  // namespace

TEST_CASE("days in a row that end today count, and only those") {
  CHECK(streak_at({7, 8, 9, 10}, 10) == 4);
  CHECK(streak_at({5, 6, 8, 9, 10}, 10) == 3);
  CHECK(streak_at({10}, 10) == 1);
}

TEST_CASE("a day that is not over does not end the streak of yesterday") {
  CHECK(streak_at({7, 8, 9}, 10) == 3);
  CHECK(streak_at({9}, 10) == 1);
}

TEST_CASE("a whole day without an answer ends it") {
  CHECK(streak_at({7, 8}, 10) == 0);
  CHECK(streak_at({}, 10) == 0);
}

TEST_CASE("a day later than today, left by a clock that ran ahead, is left out") {
  CHECK(streak_at({9, 10, 12}, 10) == 2);
}

TEST_CASE("a row that holds no answer is no day") {
  std::vector<TallyRow> rows = answered_on({8, 9});
  rows.push_back({day_from_number(10), Band::days, Quality::good, 0, 0});
  CHECK(streak(rows, day_from_number(10)) == 2);
  rows = {{day_from_number(9), Band::days, Quality::good, 0, 0}};
  CHECK(streak(rows, day_from_number(10)) == 0);
}

TEST_CASE("days away neither break a streak nor count; a day away on which one studied does") {
  const auto on = [](int number) { return TallyRow{day_from_number(number), Band::first, Quality::good, 1, 0}; };
  const std::vector<TallyRow> rows{on(100), on(101), on(105), on(106)};
  const std::vector<DayRange> away{{day_from_number(102), day_from_number(104)}};
  CHECK(streak(rows, day_from_number(106)) == 2);
  CHECK(streak(rows, day_from_number(106), away) == 4);
  CHECK(longest_streak(rows, day_from_number(106), away) == 4);
  CHECK(longest_streak(rows, day_from_number(106)) == 2);
  const std::vector<DayRange> short_away{{day_from_number(102), day_from_number(103)}};
  CHECK(streak(rows, day_from_number(106), short_away) == 2);
  // Away now: what was before still stands, and also after the last day away while today has none yet.
  const std::vector<DayRange> now{{day_from_number(107), day_from_number(120)}};
  CHECK(streak(rows, day_from_number(115), now) == 2);
  CHECK(streak(rows, day_from_number(121), now) == 2);
  CHECK(streak(rows, day_from_number(122), now) == 0);
}
