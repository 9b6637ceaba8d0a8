// Statistics as CSV, TSV, Markdown and charts.
#include <fmt/format.h>

#include <algorithm>

#include "cli/stats/stats_out.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

std::string column_name(const StatsColumn& column) {
  return column.group.empty() ? column.name : column.group + "_" + column.name;
}

// A number as in JSON; text as it is.
std::string plain_cell(const StatsColumn& column, const StatsCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* real = std::get_if<double>(&cell)) return json_number(rounded(*real, column.unit));
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* day = std::get_if<Day>(&cell)) return iso_date(*day);
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "true" : "false";
  return {};
}

// In quotes where CSV needs them; TSV has no quotes, so that its separators become blanks. A cell that a spreadsheet
// would take for a formula gets an apostrophe.
std::string separated_cell(std::string text, bool is_text, char separator) {
  if (is_text && !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos) text.insert(0, "'");
  if (separator == '\t') {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  }
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '<' || c == '*' || c == '_' || c == '[' || c == '`') out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_table(const StatsTable& table) {
  std::string heads = "|", rules = "|", body;
  const std::vector<SeenColumn> columns = seen_columns(table);
  for (const SeenColumn& column : columns) {
    heads += " " + column.title + " |";
    rules += column.words ? "---|" : "--:|";
  }
  for (const auto& row : table.rows) {
    body += "|";
    for (const SeenColumn& column : columns) body += " " + markdown_cell(seen_text(table, column, row)) + " |";
    body += "\n";
  }
  return heads + "\n" + rules + "\n" + body;
}

std::string toned(const ChartSpan& span, const Looks& looks) {
  switch (span.tone) {
    case Tone::bold:
      return looks.bold(span.text);
    case Tone::dim:
      return looks.dim(span.text);
    case Tone::good:
      return looks.green(span.text);
    case Tone::plain:
      break;
  }
  return span.text;
}

}  // namespace

std::string separated(const StatsTable& table, char separator) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    text += (i > 0 ? std::string(1, separator) : "") + column_name(table.columns[i]);
  text += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      const StatsColumn& column = table.columns[i];
      text += separated_cell(plain_cell(column, row[i]), column.unit == StatsUnit::text, separator);
    }
    text += '\n';
  }
  return text;
}

std::string markdown(const std::vector<StatsTable>& tables) {
  std::string text;
  for (const StatsTable& table : tables) {
    if (!text.empty()) text += "\n";
    text += "## " + table.title + "\n" + table.about + "\n\n" + markdown_table(table);
  }
  return text;
}

std::string charts_text(const std::vector<StatsTable>& tables, const Looks& looks) {
  constexpr int without_terminal = 120;
  const ChartRoom room{looks.width > 0 ? std::max(looks.width, 20) : without_terminal, looks.ascii};
  std::string text;
  std::size_t last_height = 0;
  for (const StatsTable& table : tables) {
    const std::vector<ChartLine> lines = chart(table, room);
    if (!text.empty() && (lines.size() > 1 || last_height > 1)) text += '\n';
    last_height = lines.size();
    for (const ChartLine& line : lines) {
      std::string out;
      for (const ChartSpan& span : line) out += toned(span, looks);
      if (!looks.colour) out.erase(out.find_last_not_of(' ') + 1);
      text += out + '\n';
    }
  }
  return text;
}

}  // namespace ebb
