// Hours and weekdays. The clock is the one that showed when the answer was given, wherever that was.
#include "ebb/stats/hours.hpp"

namespace ebb {
namespace {

std::size_t local_hour(const CountedAnswer& answer) {
  const auto local = answer.at + std::chrono::minutes{answer.offset_min};
  const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
  return static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(since_midnight).count());
}

StatsTable hour_table(std::string name, std::string title, std::string about, const std::string& first, StatsUnit unit) {
  StatsTable table{std::move(name), std::move(title), std::move(about), {}, {}, ChartKind::bars, 1};
  table.column(first, first, unit).column("reviews", "reviews").column("time_ms", "time", StatsUnit::ms);
  table.retention_columns("retention", "remembered");
  return table.minor({"time_ms"});
}

}  // namespace

void HourSum::Sum::add(const CountedAnswer& answer) {
  ++reviews;
  time_ms += answer.took.count();
  if (answer.band < Band::days) return;
  ++n;
  if (!failed(answer.quality)) ++right;
}

void HourSum::Sum::append_to(std::vector<StatsCell>& cells) const {
  cells.insert(cells.end(), {StatsCell{reviews}, StatsCell{time_ms}});
  append(cells, retention(right, n));
}

void HourSum::add(const CountedAnswer& answer) {
  if (answer.cram) return;
  hours_[local_hour(answer)].add(answer);
  weekdays_[std::chrono::weekday{answer.day}.iso_encoding() - 1].add(answer);
}

StatsTable HourSum::hours() const {
  StatsTable table = hour_table("hours", "Hours", "The hour of the local clock when answered.", "hour", StatsUnit::count);
  for (std::size_t hour = 0; hour < hours_.size(); ++hour) {
    std::vector<StatsCell> cells{static_cast<std::int64_t>(hour)};
    hours_[hour].append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable HourSum::weekdays() const {
  static constexpr const char* names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  StatsTable table = hour_table("weekdays", "Days of the week", "The weekday of the study day.", "weekday", StatsUnit::text);
  for (std::size_t day = 0; day < weekdays_.size(); ++day) {
    std::vector<StatsCell> cells{std::string(names[day])};
    weekdays_[day].append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace ebb
