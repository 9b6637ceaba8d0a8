// Rows with aligned numbers and a bar each.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ebb/text/wrap.hpp"
#include "tui/stats/chart_parts.hpp"

namespace ebb {
namespace {

constexpr int least_bar = 8, most_bar = 40, gap = 2;

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string padded(const std::string& text, int width, bool words) {
  const std::string space = blanks(width - cells(text));
  return words ? text + space : space + text;
}

// The texts of a table and how wide its columns are.
struct ChartGrid {
  std::vector<SeenColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<int> widths;
  int width() const {
    int sum = 1;
    for (const int one : widths) sum += one + gap;
    return sum - gap;
  }
};

// Names are cut where they would leave no room for numbers.
constexpr int least_words = 12, most_words = 32;

ChartGrid grid_of(const StatsTable& table, const ChartRoom& room) {
  ChartGrid grid{seen_columns(table), {}, {}};
  const int longest_words = std::clamp(room.width * 2 / 5, least_words, most_words);
  for (const SeenColumn& column : grid.columns) grid.widths.push_back(cells(column.title));
  for (const auto& row : table.rows) {
    std::vector<std::string>& texts = grid.rows.emplace_back();
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      texts.push_back(seen_text(table, grid.columns[i], row));
      if (!grid.columns[i].retention) texts.back() = cut(texts.back(), longest_words, room.ascii);
      grid.widths[i] = std::max(grid.widths[i], cells(texts.back()));
    }
  }
  return grid;
}

// A share is drawn against 100, anything else against the largest.
double full_bar(const StatsTable& table) {
  if (table.columns[table.pictured].unit == StatsUnit::percent) return 100;
  double most = 0;
  for (const auto& row : table.rows) most = std::max(most, drawn_number(row, table.pictured).value_or(0));
  return most;
}

std::string bar(double number, double full, int width, bool ascii) {
  static constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (number <= 0 || full <= 0) return {};
  const int parts = std::max(1, static_cast<int>(std::lround(number / full * width * 8)));
  std::string text;
  for (int i = 0; i < parts / 8; ++i) text += ascii ? "#" : "█";
  if (ascii) return text.empty() || parts % 8 >= 4 ? text + "#" : text;
  return text + eighths[parts % 8];
}

std::string line_of(const ChartGrid& grid, const std::vector<std::string>& texts) {
  std::string line = " ";
  for (std::size_t i = 0; i < texts.size(); ++i)
    line += (i == 0 ? "" : blanks(gap)) + padded(texts[i], grid.widths[i], grid.columns[i].words);
  return line;
}

std::vector<ChartLine> wide_rows(const StatsTable& table, const ChartGrid& grid, const ChartRoom& room) {
  const int bar_room = std::min(room.width - grid.width() - gap - 1, most_bar);
  const bool bars = table.kind != ChartKind::none && bar_room >= least_bar;
  const double full = full_bar(table);
  std::vector<std::string> titles;
  for (const SeenColumn& column : grid.columns) titles.push_back(column.title);
  std::vector<ChartLine> lines{{{line_of(grid, titles), Tone::dim}}};
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    ChartLine& line = lines.emplace_back(ChartLine{{line_of(grid, grid.rows[i])}});
    if (!bars) continue;
    const double number = drawn_number(table.rows[i], table.pictured).value_or(0);
    line.push_back({blanks(gap)});
    line.push_back({bar(number, full, bar_room, room.ascii), Tone::good});
  }
  return lines;
}

// Where the columns do not fit side by side: the row's name, its numbers below it.
std::vector<ChartLine> narrow_rows(const ChartGrid& grid) {
  std::vector<ChartLine> lines;
  for (const auto& texts : grid.rows) {
    lines.push_back({{" " + texts[0]}});
    for (std::size_t i = 1; i < texts.size(); ++i)
      if (texts[i] != "-") lines.push_back({{"   " + grid.columns[i].title + " ", Tone::dim}, {texts[i]}});
  }
  return lines;
}

// Leaves minor columns out, the last ones first, until the others fit; and the names of those.
std::pair<ChartGrid, std::string> without_minor(ChartGrid grid, int width) {
  std::string dropped;
  for (std::size_t i = grid.columns.size(); i-- > 0 && grid.width() > width;) {
    if (!grid.columns[i].minor) continue;
    dropped = grid.columns[i].title + (dropped.empty() ? "" : ", ") + dropped;
    const auto at = static_cast<std::ptrdiff_t>(i);
    grid.columns.erase(grid.columns.begin() + at);
    grid.widths.erase(grid.widths.begin() + at);
    for (auto& row : grid.rows) row.erase(row.begin() + at);
  }
  return {std::move(grid), std::move(dropped)};
}

}  // namespace

std::optional<double> drawn_number(const std::vector<StatsCell>& row, std::size_t column) {
  if (const auto* whole = std::get_if<std::int64_t>(&row[column])) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&row[column])) return *real;
  return {};
}

std::vector<ChartLine> chart_rows(const StatsTable& table, const ChartRoom& room) {
  const ChartGrid grid = grid_of(table, room);
  if (grid.width() <= room.width) return wide_rows(table, grid, room);
  const auto [fitting, dropped] = without_minor(grid, room.width);
  if (fitting.width() > room.width) return narrow_rows(grid);
  std::vector<ChartLine> lines = wide_rows(table, fitting, room);
  lines.push_back({{fmt::format(" not shown here: {}", dropped), Tone::dim}});
  return lines;
}

}  // namespace ebb
