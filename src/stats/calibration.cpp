// Foretold and remembered, side by side in bins.
#include "ebb/stats/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace ebb {
namespace {

struct Bin {
  std::int64_t n = 0, right = 0;
  double chances = 0;
  void add(const Foretold& answer) {
    ++n;
    right += answer.recalled ? 1 : 0;
    chances += answer.chance;
  }
  void append_to(std::vector<StatsCell>& cells) const {
    append(cells, retention(right, n));
    cells.push_back(n == 0 ? StatsCell{} : StatsCell{100 * chances / static_cast<double>(n)});
  }
};

constexpr int step_percent = 5;
constexpr std::array day_starts{1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365, 730};

}  // namespace

StatsTable calibration_table(std::span<const Foretold> answers) {
  std::map<int, Bin> bins;
  for (const Foretold& answer : answers) {
    const int step = static_cast<int>(std::floor(answer.chance * 100 / step_percent));
    bins[std::clamp(step, 0, 100 / step_percent - 1) * step_percent].add(answer);
  }
  StatsTable table{"bins", "Foretold and remembered", "Answers by the chance that was foretold.", {}, {},
              ChartKind::curves, 4, 7};
  table.column("from_percent", "foretold from").column("below_percent", "below");
  table.retention_columns("retention", "remembered").column("foretold_percent", "foretold", StatsUnit::percent);
  table.minor({"below_percent", "below_days"});
  for (const auto& [from, bin] : bins) {
    std::vector<StatsCell> cells{std::int64_t{from}, std::int64_t{from + step_percent}};
    bin.append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable forgetting_table(std::span<const Foretold> answers) {
  std::map<int, Bin> bins;
  for (const Foretold& answer : answers)
    bins[*std::prev(std::upper_bound(day_starts.begin() + 1, day_starts.end(), answer.days))].add(answer);
  StatsTable table{"curve", "Forgetting", "By days since the last answer: what was remembered, and what was foretold.",
              {}, {}, ChartKind::curves, 4, 7};
  table.column("from_days", "days").column("below_days", "below");
  table.retention_columns("retention", "remembered").column("foretold_percent", "foretold", StatsUnit::percent);
  table.minor({"below_percent", "below_days"});
  for (const auto& [from, bin] : bins) {
    const auto next = std::upper_bound(day_starts.begin(), day_starts.end(), from);
    std::vector<StatsCell> cells{std::int64_t{from}, next == day_starts.end() ? StatsCell{} : StatsCell{std::int64_t{*next}}};
    bin.append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace ebb
