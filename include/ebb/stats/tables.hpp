// The statistics of the log: sums over answers, as tables. Definitions in docs/statistics.md.
#pragma once
#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ebb/core/tally.hpp"
#include "ebb/stats/table.hpp"

namespace ebb {

/// What rows are: stretches of time, or decks, or tags.
enum class By { day, week, month, deck, tag };
/// `day`, `week`, `month`, `deck`, `tag`.
std::string name_of(By by);
/// The unit of such rows' names.
StatsUnit unit_of(By by);
/// The first day of the day's week (Monday) or month; the day itself for `By::day`.
Day start_of(By by, Day day);
/// The days of such a stretch after another, those of the range, each by its first day.
std::vector<Day> stretches(By by, const DayRange& range);

/// Answers summed up by day, band and quality, as the tally of the collection is.
class TallySum {
 public:
  void add(const CountedAnswer& answer);
  /// Sorted by day, band and quality.
  std::vector<TallyRow> rows() const;

 private:
  std::map<std::array<int, 3>, TallyRow> cells_;
};

/// A deck, a tag or a stretch of time with its part of the tally.
struct TallyGroup {
  std::string key;
  std::vector<TallyRow> rows;
  std::int64_t cards = 0;  ///< different cards answered
};

/// `first answer`, `same day`, `1-6 days` …
std::string name_of(Band band);

/// Remembered by band, and by age: young, mature, both.
StatsTable band_table(std::span<const TallyRow> rows, const DayRange& range);
StatsTable age_table(std::span<const TallyRow> rows, const DayRange& range);
/// How often each button was pressed: new cards, the same day, young, mature.
StatsTable button_table(std::span<const TallyRow> rows, const DayRange& range);
/// Remembered over time or by group.
StatsTable retention_over_time(std::span<const TallyRow> rows, const DayRange& range, By by);
StatsTable retention_by_group(std::span<const TallyGroup> groups, const DayRange& range, By by);
/// Reviews, new cards and time, over time or by group.
StatsTable workload_over_time(std::span<const TallyRow> rows, const DayRange& range, By by);
StatsTable workload_by_group(std::span<const TallyGroup> groups, const DayRange& range, By by);
/// Sums of the range: reviews, new, time, days with a review, reviews and time a day, seconds a review.
StatsTable workload_totals(std::span<const TallyRow> rows, const DayRange& range);
/// Reviews of each day of the range.
StatsTable day_table(std::span<const TallyRow> rows, const DayRange& range);

}  // namespace ebb
