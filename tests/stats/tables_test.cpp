// Sums by stretches of time, bins and ages, counted by hand; tests/cli/stats_numbers.py does the same for whole logs.
#include <doctest/doctest.h>

#include "ebb/stats/calibration.hpp"
#include "ebb/stats/card_tables.hpp"
#include "ebb/stats/hours.hpp"

using namespace ebb;

namespace {

Day day_of(const char* text) {
  return *parse_date(text);
}

std::int64_t whole(const StatsTable& table, std::size_t row, std::size_t column) {
  return std::get<std::int64_t>(table.rows.at(row).at(column));
}

CardFacts card(int reviews, int repetitions, int interval) {
  CardFacts facts;
  facts.memory.reviews = reviews;
  facts.memory.repetitions = repetitions;
  facts.memory.interval = interval;
  return facts;
}

}  // namespace

TEST_CASE("weeks begin on Monday and months on their first day, also when the range begins in their middle") {
  CHECK(start_of(By::week, day_of("2026-11-25")) == day_of("2026-11-23"));
  CHECK(start_of(By::week, day_of("2026-11-23")) == day_of("2026-11-23"));
  CHECK(start_of(By::week, day_of("2026-11-22")) == day_of("2026-11-16"));
  CHECK(start_of(By::month, day_of("2024-02-29")) == day_of("2024-02-01"));
  CHECK(stretches(By::month, {day_of("2025-12-31"), day_of("2026-02-01")}).size() == 3);
  CHECK(stretches(By::day, {day_of("2026-03-28"), day_of("2026-03-30")}).size() == 3);
  CHECK(stretches(By::week, {day_of("2026-11-25"), day_of("2026-11-24")}).empty());
}

TEST_CASE("answers of a stretch are summed, and empty stretches stay") {
  const std::vector<TallyRow> rows{{day_of("2026-01-31"), Band::first, Quality::good, 2, 3000},
                                   {day_of("2026-03-01"), Band::days, Quality::again, 1, 500}};
  const StatsTable table = workload_over_time(rows, {day_of("2026-01-31"), day_of("2026-03-01")}, By::month);
  REQUIRE(table.rows.size() == 3);
  CHECK(whole(table, 0, 1) == 2);
  CHECK(whole(table, 0, 2) == 2);
  CHECK(whole(table, 1, 1) == 0);
  CHECK(whole(table, 2, 3) == 500);
}

TEST_CASE("the hour is that of the clock which showed, west and east of Greenwich") {
  HourSum hours;
  CountedAnswer answer;
  answer.at = *parse_time("2026-11-25T00:30:00Z");
  answer.day = day_of("2026-11-24");
  for (const int offset : {0, -60, 90, -720, 840}) {
    answer.offset_min = offset;
    hours.add(answer);
  }
  const StatsTable table = hours.hours();
  for (const std::size_t hour : {0U, 2U, 12U, 14U, 23U}) CHECK(whole(table, hour, 1) == 1);
  CHECK(whole(hours.weekdays(), 1, 1) == 5);
}

TEST_CASE("cram is in no sum") {
  CountedAnswer answer;
  answer.cram = true;
  HourSum hours;
  TallySum sums;
  hours.add(answer);
  sums.add(answer);
  CHECK(sums.rows().empty());
  CHECK(whole(hours.hours(), 0, 1) == 0);
}

TEST_CASE("a card has one state: suspended before new before learning before its interval") {
  const Day today = day_of("2026-11-25");
  CHECK(state_of(card(0, 0, 0), today) == CardState::fresh);
  CHECK(state_of(card(3, 0, 1), today) == CardState::learning);
  CHECK(state_of(card(3, 2, 20), today) == CardState::young);
  CHECK(state_of(card(3, 2, 21), today) == CardState::mature);
  CardFacts drilled = card(3, 2, 40);
  drilled.memory.drill = today;
  CHECK(state_of(drilled, today) == CardState::learning);
  CHECK(state_of(drilled, today + std::chrono::days{1}) == CardState::mature);
  drilled.suspended = true;
  CHECK(state_of(drilled, today) == CardState::suspended);
}

TEST_CASE("a bin holds its lower end and not its upper one") {
  CardHistograms histograms;
  const Day today = day_of("2026-11-25");
  for (const int interval : {1, 2, 3, 4, 729, 730, 36500}) histograms.add(card(1, 1, interval), today);
  const StatsTable intervals = histograms.tables().front();
  CHECK(whole(intervals, 1, 2) == 1);   // 1
  CHECK(whole(intervals, 2, 2) == 2);   // 2, 3
  CHECK(whole(intervals, 3, 2) == 1);   // 4
  CHECK(whole(intervals, 10, 2) == 1);  // 729
  CHECK(whole(intervals, 11, 2) == 2);  // 730 and more
}

TEST_CASE("what is overdue is in today's row, and late cards are in one line each") {
  const Day today = day_of("2026-11-25");
  DueDays due;
  for (const int late : {-1, 0, 1, 2, 6, 7, 29, 30, 89, 90, 4000}) due[today - std::chrono::days{late}] = 1;
  const StatsTable table = forecast_table(due, {today, today + std::chrono::days{1}}, By::day);
  CHECK(whole(table, 0, 1) == 10);
  CHECK(whole(table, 1, 1) == 1);
  CHECK(whole(table, 1, 2) == 11);
  const StatsTable backlog = backlog_table(due, today);
  const std::int64_t wanted[] = {1, 2, 2, 2, 2};
  for (std::size_t line = 0; line < 5; ++line) CHECK(whole(backlog, line, 1) == wanted[line]);
  CHECK(whole(forecast_totals({}, 3, today), 0, 0) == 0);
}

TEST_CASE("a chance of one is in the last bin, and a bin's mean is what was foretold") {
  const std::vector<Foretold> answers{{1, 1.0, true}, {1, 0.97, false}, {3, 0.5, true}};
  const StatsTable table = calibration_table(answers);
  REQUIRE(table.rows.size() == 2);
  CHECK(whole(table, 1, 0) == 95);
  CHECK(whole(table, 1, 2) == 2);
  CHECK(std::get<double>(table.rows[1][7]) == doctest::Approx(98.5));
}

TEST_CASE("numbers are rounded once, by their unit") {
  CHECK(rounded(66.666666, StatsUnit::percent) == 66.67);
  CHECK(rounded(0.123456, StatsUnit::real) == 0.1235);
}
