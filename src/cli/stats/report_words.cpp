// Text for HTML, and a chart in a sentence for those who do not see it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/stats/report_page.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

double number_of(const StatsCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&cell);
  return real != nullptr ? *real : -1;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : screen_text(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string chart_words(const StatsTable& table) {
  if (table.rows.empty()) return table.title + ": nothing yet.";
  const auto name = [&](const std::vector<StatsCell>& row) { return cell_text(row[0], table.columns[0].unit); };
  const auto more = [&](const auto& a, const auto& b) {
    return number_of(a[table.pictured]) < number_of(b[table.pictured]);
  };
  const auto most = std::max_element(table.rows.begin(), table.rows.end(), more);
  const StatsUnit unit = table.columns[table.pictured].unit;
  std::string words = fmt::format("{}. {} {} rows, from {} to {}", table.title, table.about, table.rows.size(),
                                  name(table.rows.front()), name(table.rows.back()));
  if (number_of((*most)[table.pictured]) > 0)
    words += fmt::format("; the most is {} at {}", cell_text((*most)[table.pictured], unit), name(*most));
  return words + ". The numbers are in the table below.";
}

}  // namespace ebb
