// The statistics by name: `ebb stats WHAT`.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "cli/stats/stats_source.hpp"
#include "ebb/stats/table.hpp"

namespace ebb {

// A statistic: its tables, the main one first.
struct StatsWhat {
  std::string_view name;
  std::string_view help;
  std::string_view by;      // what --by may be, blank between
  std::optional<int> days;  // how many are counted when none were asked for; nothing: all
  std::vector<StatsTable> (*tables)(StatsSource& source);
};
std::span<const StatsWhat> stats_whats();
// The one of that name; null if there is none.
const StatsWhat* find_what(std::string_view name);

// The periods of the summary: today, 7, 30, 365 days, all, and the days asked for.
struct NamedPeriod {
  std::string_view name;   // as in JSON and CSV: `today`, `7_days`
  std::string_view title;  // for people: `last 7 days`
  Period period;
};
std::vector<NamedPeriod> periods_of(StatsSource& source);

}  // namespace ebb
