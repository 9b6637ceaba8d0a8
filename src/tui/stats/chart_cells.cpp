// The values of a table as text, and its columns as people see them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

std::string number_text(double number, StatsUnit unit) {
  if (unit == StatsUnit::percent) return fmt::format("{:.0f} %", number);
  return unit == StatsUnit::fine ? fmt::format("{:.4f}", number) : fmt::format("{:.1f}", number);
}

std::string whole_text(std::int64_t number, StatsUnit unit) {
  if (unit != StatsUnit::ms) return with_commas(number);
  return number == 0 ? "-" : duration_text(Millis{number});
}

bool is_words(StatsUnit unit) {
  constexpr std::array words{StatsUnit::text, StatsUnit::name, StatsUnit::id, StatsUnit::day, StatsUnit::month};
  return std::find(words.begin(), words.end(), unit) != words.end();
}

double real_of(const StatsCell& cell) {
  const double* number = std::get_if<double>(&cell);
  return number ? *number : 0;
}

}  // namespace

std::string cell_text(const StatsCell& cell, StatsUnit unit) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return whole_text(*whole, unit);
  if (const auto* real = std::get_if<double>(&cell)) return number_text(*real, unit);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    std::string words = one_line(*text);
    if (unit == StatsUnit::id) words.resize(std::min<std::size_t>(words.size(), 8));
    if (unit == StatsUnit::name) std::replace(words.begin(), words.end(), '_', ' ');
    return words;
  }
  if (const auto* day = std::get_if<Day>(&cell)) return iso_date(*day).substr(0, unit == StatsUnit::month ? 7 : 10);
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "yes" : "no";
  return "-";
}

std::string retention_text(const std::vector<StatsCell>& row, std::size_t first) {
  if (!std::holds_alternative<double>(row[first + 2])) return "-";
  return fmt::format("{:.0f} % of {} ({:.0f}–{:.0f})", real_of(row[first + 2]),
                     with_commas(std::get<std::int64_t>(row[first])), real_of(row[first + 3]), real_of(row[first + 4]));
}

std::vector<SeenColumn> seen_columns(const StatsTable& table) {
  std::vector<SeenColumn> seen;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const StatsColumn& column = table.columns[i];
    const bool retention = !column.group.empty();
    if (!column.quiet) seen.push_back({column.title, i, retention, retention || is_words(column.unit), column.minor});
    if (retention) i += 4;
  }
  return seen;
}

std::string seen_text(const StatsTable& table, const SeenColumn& column, const std::vector<StatsCell>& row) {
  return column.retention ? retention_text(row, column.first)
                          : cell_text(row[column.first], table.columns[column.first].unit);
}

std::string spark(const std::vector<std::int64_t>& counts, bool ascii) {
  static constexpr std::array<std::string_view, 9> blocks{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  static constexpr std::array<std::string_view, 9> letters{".", ":", "-", "=", "+", "*", "#", "%", "@"};
  std::int64_t most = 1;
  for (const std::int64_t count : counts) most = std::max(most, count);
  std::string line;
  for (const std::int64_t count : counts) {
    const std::int64_t height = count <= 0 ? 0 : (count * 8 + most - 1) / most;
    line += (ascii ? letters : blocks)[static_cast<std::size_t>(height)];
  }
  return line;
}

}  // namespace ebb
