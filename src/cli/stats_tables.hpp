// The numbers of `ebb stats`, gathered once, and the ways to write them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/looks.hpp"
#include "ebb/stats/stats.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

struct NamedPeriod {
  std::string_view name;   // as in JSON and CSV: `today`, `7_days`, `30_days`, `all`
  std::string_view title;  // for people: `last 7 days`
  Period period;
};

struct StatsReport {
  Day today;
  std::vector<NamedPeriod> periods;
  int streak_days = 0;
  std::vector<std::int64_t> reviews_by_day;  // of the last 30 days, today last
  std::vector<int> forecast;                 // of the next 14 days, today first
  StateCounts states;
};

std::string stats_text(const StatsReport& report, const Looks& looks);
std::string stats_json(const StatsReport& report);
// One line a period; `separator` is a comma or a tab.
std::string stats_separated(const StatsReport& report, char separator);
std::string stats_markdown(const StatsReport& report);

}  // namespace ebb
