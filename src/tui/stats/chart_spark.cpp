// A long row of numbers as one line of blocks.
#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/words.hpp"
#include "tui/stats/chart_parts.hpp"

namespace ebb {
namespace {

// Where a short line leaves room for its title and its largest number.
constexpr int least_for_one_line = 70;

// Rows that stand together under one character, so that the line fits.
std::vector<std::int64_t> merged(const StatsTable& table, std::size_t together) {
  std::vector<std::int64_t> sums((table.rows.size() + together - 1) / together);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    sums[i / together] += static_cast<std::int64_t>(drawn_number(table.rows[i], table.pictured).value_or(0));
  return sums;
}

// Shares do not add up: the mean of those that are there.
std::vector<std::int64_t> averaged(const StatsTable& table, std::size_t together) {
  std::vector<std::int64_t> means;
  for (std::size_t i = 0; i < table.rows.size(); i += together) {
    double sum = 0;
    int found = 0;
    for (std::size_t at = i; at < std::min(i + together, table.rows.size()); ++at)
      if (const auto number = drawn_number(table.rows[at], table.pictured)) sum += *number, ++found;
    means.push_back(found == 0 ? 0 : static_cast<std::int64_t>(sum / found));
  }
  return means;
}

}  // namespace

std::vector<ChartLine> chart_spark(const StatsTable& table, const ChartRoom& room) {
  const auto width = static_cast<std::size_t>(std::max(10, room.width - 2));
  const std::size_t together = (table.rows.size() + width - 1) / width;
  const StatsUnit unit = table.columns[table.pictured].unit;
  const auto numbers = unit == StatsUnit::percent ? averaged(table, together) : merged(table, together);
  const std::string first = cell_text(table.rows.front()[0], table.columns[0].unit);
  const std::string last = cell_text(table.rows.back()[0], table.columns[0].unit);
  const std::int64_t most = *std::max_element(numbers.begin(), numbers.end());
  std::string note = fmt::format(" {} to {}, most {}", first, last, cell_text(StatsCell{most}, unit));
  if (together > 1) note += fmt::format(" in {}", counted(static_cast<std::int64_t>(together), table.columns[0].title));
  const ChartSpan picture{spark(numbers, room.ascii), Tone::good};
  const std::string shorter = fmt::format("  most {}", cell_text(StatsCell{most}, unit));
  if (table.brief && room.width >= least_for_one_line) return {{{" "}, picture, {shorter, Tone::dim}}};
  return {{{" "}, picture}, {{note, Tone::dim}}};
}

}  // namespace ebb
