// Pure numbers over the tally: reviews, retention, time, streak. Definitions in docs/statistics.md. No rendering.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ebb/core/tally.hpp"

namespace ebb {

/// A share with its 95 % Wilson interval; percentages are 0..100 and absent when `n` is 0.
struct Retention {
  std::int64_t n = 0, right = 0;
  std::optional<double> percent, low, high;
};

/// A stretch of study days, both ends included.
struct DayRange {
  Day from, until;
  bool contains(Day day) const { return from <= day && day <= until; }
};

/// What happened from one study day to another, both included.
struct Period {
  Day from, until;
  std::int64_t reviews = 0;    ///< all live answers, drill included, cram not
  std::int64_t new_cards = 0;  ///< first answers
  std::int64_t time_ms = 0;
  Retention young;             ///< answers 1-20 days after the previous one: the share that were no failure
  Retention mature;            ///< 21 days and more
};

/// Sums the rows between two days.
Period period(std::span<const TallyRow> rows, Day from, Day until);
/// The share `right` of `n` with its Wilson interval (Wilson 1927, z = 1.959964).
Retention retention(std::int64_t right, std::int64_t n);
/// Study days in a row with at least one answer, ending today, or yesterday if today has none yet. `rows` sorted by day.
/// A day of `away` without answers neither breaks it nor counts.
int streak(std::span<const TallyRow> rows, Day today, std::span<const DayRange> away = {});
/// The longest there ever was until today.
int longest_streak(std::span<const TallyRow> rows, Day today, std::span<const DayRange> away = {});
/// Answers of each of the days from..until, zeros included.
std::vector<std::int64_t> reviews_by_day(std::span<const TallyRow> rows, Day from, Day until);

}  // namespace ebb
