// A whole chart: title, picture, numbers.
#include <algorithm>
#include <optional>

#include "ebb/text/wrap.hpp"
#include "tui/stats/chart_parts.hpp"
#include "tui/terminal/glyphs.hpp"

namespace ebb {
namespace {

// So many rows in time are still read one by one; more become a line.
constexpr std::size_t most_rows_in_time = 31;

void append(std::vector<ChartLine>& lines, std::vector<ChartLine> more) {
  for (ChartLine& line : more) lines.push_back(std::move(line));
}

bool is_long(const StatsTable& table) {
  return table.brief || (table.kind == ChartKind::line && table.rows.size() > most_rows_in_time);
}

// No row, or nothing in any of them that the picture could show.
bool is_empty(const StatsTable& table) {
  if (table.kind == ChartKind::none || table.kind == ChartKind::heatmap || table.kind == ChartKind::line)
    return table.rows.empty();
  return std::none_of(table.rows.begin(), table.rows.end(), [&](const std::vector<StatsCell>& row) {
    return drawn_number(row, table.pictured).value_or(0) > 0;
  });
}

std::vector<ChartLine> body(const StatsTable& table, const ChartRoom& room) {
  if (is_empty(table)) return {{{" nothing yet", Tone::dim}}};
  if (table.kind == ChartKind::heatmap) return chart_heatmap(table, room);
  if (is_long(table)) return chart_spark(table, room);
  std::vector<ChartLine> lines;
  if (table.kind == ChartKind::curves) lines = chart_curves(table, room);
  append(lines, chart_rows(table, room));
  return lines;
}

// One row of totals: `new 0 · learning 0`, in as many lines as it takes.
std::vector<ChartLine> totals(const StatsTable& table, int width) {
  std::vector<ChartLine> lines;
  int used = width;
  for (const SeenColumn& column : seen_columns(table)) {
    const std::string value = seen_text(table, column, table.rows.front());
    const int wide = cells(column.title) + 1 + cells(value);
    const bool fits = used + 3 + wide <= width;
    if (!fits) lines.push_back({{" "}});
    used = (fits ? used + 3 : 1) + wide;
    if (fits) lines.back().push_back({" · ", Tone::dim});
    lines.back().push_back({column.title + " ", Tone::dim});
    lines.back().push_back({value});
  }
  return lines;
}

constexpr int title_width = 20;

int cells_of(const ChartLine& line) {
  int sum = 0;
  for (const ChartSpan& span : line) sum += cells(span.text);
  return sum;
}

// Title and body in one line where the body has one and it fits; nothing where it does not.
std::optional<ChartLine> on_one_line(const StatsTable& table, const std::vector<ChartLine>& body, int width) {
  if (!(table.single || table.brief) || body.size() != 1 || cells(table.title) + 1 > title_width) return {};
  if (title_width + cells_of(body[0]) > width) return {};
  ChartLine line{{" " + table.title, Tone::bold}};
  line.push_back({std::string(static_cast<std::size_t>(title_width - cells_of(line)), ' ')});
  line.insert(line.end(), body[0].begin(), body[0].end());
  return line;
}

// What the program draws itself, in ASCII where it must be, and never wider than the room.
ChartLine fitted(const ChartLine& line, const ChartRoom& room) {
  ChartLine out;
  int left = room.width;
  for (const ChartSpan& span : line) {
    std::string text = room.ascii ? spelt_in_ascii(span.text) : span.text;
    if (cells(text) > left) text = cut(text, left, room.ascii);
    left -= cells(text);
    out.push_back({std::move(text), span.tone});
  }
  return out;
}

}  // namespace

std::vector<ChartLine> chart(const StatsTable& table, const ChartRoom& room) {
  std::vector<ChartLine> below = table.single ? totals(table, room.width) : body(table, room);
  std::vector<ChartLine> lines;
  if (auto line = on_one_line(table, below, room.width)) {
    lines.push_back(std::move(*line));
  } else {
    lines.push_back({{" " + table.title, Tone::bold}});
    append(lines, std::move(below));
  }
  for (ChartLine& line : lines) line = fitted(line, room);
  return lines;
}

}  // namespace ebb
