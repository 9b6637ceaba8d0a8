// Answers into cells, and stretches of time.
#include "ebb/stats/tables.hpp"

namespace ebb {

std::string name_of(By by) {
  static constexpr const char* names[] = {"day", "week", "month", "deck", "tag"};
  return names[static_cast<int>(by)];
}

StatsUnit unit_of(By by) {
  if (by == By::deck || by == By::tag) return StatsUnit::text;
  return by == By::month ? StatsUnit::month : StatsUnit::day;
}

Day start_of(By by, Day day) {
  if (by == By::week) return day - (std::chrono::weekday{day} - std::chrono::Monday);
  if (by != By::month) return day;
  const std::chrono::year_month_day date{day};
  return Day{date.year() / date.month() / std::chrono::day{1}};
}

std::vector<Day> stretches(By by, const DayRange& range) {
  std::vector<Day> starts;
  for (Day day = range.from; day <= range.until; day += std::chrono::days{1})
    if (const Day start = start_of(by, day); starts.empty() || starts.back() != start) starts.push_back(start);
  return starts;
}

void TallySum::add(const CountedAnswer& answer) {
  if (answer.cram) return;
  TallyRow& cell =
      cells_[{day_number(answer.day), static_cast<int>(answer.band), static_cast<int>(answer.quality)}];
  cell.day = answer.day;
  cell.band = answer.band;
  cell.quality = answer.quality;
  ++cell.answers;
  cell.took_ms += answer.took.count();
}

std::vector<TallyRow> TallySum::rows() const {
  std::vector<TallyRow> rows;
  rows.reserve(cells_.size());
  for (const auto& [key, row] : cells_) rows.push_back(row);
  return rows;
}

std::string name_of(Band band) {
  static constexpr const char* names[] = {"first answer", "same day",    "1-6 days",    "7-20 days",
                                          "21-89 days",   "90-364 days", "365 and more"};
  return names[static_cast<int>(band)];
}

}  // namespace ebb
