// Sums over the tally, counted by hand.
#include <doctest/doctest.h>

#include "ebb/stats/stats.hpp"

using namespace ebb;

namespace {

Day day(int number) {
  return day_from_number(number);
}

// Three days: two new cards and a drill; then young answers; then young and mature ones.
std::vector<TallyRow> three_days() {
  return {
      {day(100), Band::first, Quality::good, 1, 4000},    {day(100), Band::first, Quality::hard, 1, 6000},
      {day(100), Band::same_day, Quality::good, 1, 2000}, {day(101), Band::days, Quality::good, 5, 20000},
      {day(101), Band::days, Quality::again, 2, 9000},    {day(102), Band::weeks, Quality::hard, 3, 12000},
      {day(102), Band::months, Quality::easy, 4, 8000},   {day(102), Band::season, Quality::wrong, 1, 5000},
      {day(102), Band::years, Quality::good, 2, 3000},
  };
}

}  // namespace

TEST_CASE("a period sums what lies between its days, both included") {
  const Period all = period(three_days(), day(100), day(102));
  CHECK(all.reviews == 20);
  CHECK(all.new_cards == 2);
  CHECK(all.time_ms == 69000);
  const Period middle = period(three_days(), day(101), day(101));
  CHECK(middle.reviews == 7);
  CHECK(middle.new_cards == 0);
  CHECK(middle.time_ms == 29000);
}

TEST_CASE("young is 1 to 20 days, mature 21 and more; first answers and drill are in neither") {
  const Period all = period(three_days(), day(100), day(102));
  CHECK(all.young.n == 10);
  CHECK(all.young.right == 8);  // Hard is remembered
  CHECK(all.mature.n == 7);
  CHECK(all.mature.right == 6);
  CHECK(*all.mature.percent == doctest::Approx(600.0 / 7));
}

TEST_CASE("a period without answers is empty, not wrong") {
  const Period none = period(three_days(), day(103), day(110));
  CHECK(none.reviews == 0);
  CHECK(none.from == day(103));
  CHECK(none.until == day(110));
  CHECK_FALSE(none.young.percent);
}

TEST_CASE("reviews by day has a number for each day, zeros included") {
  CHECK(reviews_by_day(three_days(), day(99), day(103)) == std::vector<std::int64_t>{0, 3, 7, 10, 0});
  CHECK(reviews_by_day(three_days(), day(101), day(101)) == std::vector<std::int64_t>{7});
  CHECK(reviews_by_day(three_days(), day(103), day(99)).empty());
}
