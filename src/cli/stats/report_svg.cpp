// Charts as SVG. The texts take the colour of the page; shapes have classes, which the page's style colours in light and
// in dark. Everything is drawn 360 wide: a phone's width, so that nothing shrinks there.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/stats/report_page.hpp"
#include "ebb/text/wrap.hpp"
#include "ebb/tui/charts.hpp"

namespace ebb {
namespace {

constexpr int page_width = 360;

double number_in(const std::vector<StatsCell>& row, std::size_t column) {
  if (const auto* whole = std::get_if<std::int64_t>(&row[column])) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&row[column]);
  return real != nullptr ? *real : 0;
}

bool has_number(const std::vector<StatsCell>& row, std::size_t column) {
  return !std::holds_alternative<std::monostate>(row[column]);
}

std::string row_name(const StatsTable& table, const std::vector<StatsCell>& row) {
  std::string name = cell_text(row[0], table.columns[0].unit);
  if (table.columns.size() > 1 && table.columns[1].title == "below")
    name += std::holds_alternative<std::monostate>(row[1]) ? "+" : "–" + cell_text(row[1], table.columns[1].unit);
  return name;
}

double largest(const StatsTable& table, std::size_t column) {
  if (table.columns[column].unit == StatsUnit::percent) return 100;
  double most = 0;
  for (const auto& row : table.rows) most = std::max(most, number_in(row, column));
  return std::max(most, 1.0);
}

std::string text_at(double x, double y, std::string_view anchor, const std::string& text) {
  return fmt::format(R"(<text x="{:g}" y="{:g}" text-anchor="{}">{}</text>)", x, y, anchor, html_text(text));
}

std::string opened(const StatsTable& table, int height) {
  return fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-label="{}">)", page_width, height,
                     html_text(chart_words(table)));
}

// A bar a row, its name before it and its number after it.
std::string bars(const StatsTable& table) {
  constexpr int row_height = 20, names = 112, numbers = 52;
  const double full = largest(table, table.pictured);
  std::string svg = opened(table, row_height * static_cast<int>(table.rows.size()) + 2);
  double y = 0;
  for (const auto& row : table.rows) {
    const double number = number_in(row, table.pictured);
    const double width = number / full * (page_width - names - numbers);
    svg += text_at(names - 6, y + 14, "end", cut(row_name(table, row), 16));
    svg += fmt::format(R"(<rect class="bar" x="{}" y="{:g}" width="{:.2f}" height="14" rx="2"/>)", names, y + 3, width);
    svg += text_at(names + width + 5, y + 14, "start", cell_text(row[table.pictured], table.columns[table.pictured].unit));
    y += row_height;
  }
  return svg + "</svg>";
}

// A thin column a row, with its ends and its largest number.
std::string columns(const StatsTable& table) {
  constexpr int top = 18, height = 110, left = 4;
  const double full = largest(table, table.pictured);
  const double step = static_cast<double>(page_width - 2 * left) / static_cast<double>(table.rows.size());
  std::string svg = opened(table, top + height + 20);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const double tall = number_in(table.rows[i], table.pictured) / full * height;
    svg += fmt::format(R"(<rect class="bar" x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}"/>)",
                       left + static_cast<double>(i) * step, top + height - tall, std::max(step * 0.85, 0.5), tall);
  }
  svg += fmt::format(R"(<path class="axis" d="M{} {}H{}"/>)", left, top + height + 0.5, page_width - left);
  const StatsUnit unit = table.columns[table.pictured].unit;
  const StatsCell most = unit == StatsUnit::percent ? StatsCell{full} : StatsCell{static_cast<std::int64_t>(full)};
  svg += text_at(left, 12, "start", (unit == StatsUnit::percent ? "" : "most ") + cell_text(most, unit));
  svg += text_at(left, top + height + 15, "start", row_name(table, table.rows.front()));
  if (table.rows.size() > 1) svg += text_at(page_width - left, top + height + 15, "end", row_name(table, table.rows.back()));
  return svg + "</svg>";
}

// A curve of one column; where a number is missing it breaks.
std::string path_of(const StatsTable& table, std::size_t column, double low, int left, int top, int height) {
  const double step = table.rows.size() < 2 ? 0 : static_cast<double>(page_width - left - 8) / static_cast<double>(table.rows.size() - 1);
  std::string path;
  bool pen = false;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!has_number(table.rows[i], column)) {
      pen = false;
      continue;
    }
    const double y = top + (100 - number_in(table.rows[i], column)) / (100 - low) * height;
    path += fmt::format("{}{:.1f} {:.1f}", pen ? "L" : "M", left + static_cast<double>(i) * step, y);
    pen = true;
  }
  return path;
}

// Two curves: a full line of what was measured, a broken one of what was foretold.
std::string curves(const StatsTable& table) {
  constexpr int left = 48, top = 8, height = 130;
  double low = 90;
  for (const auto& row : table.rows)
    for (const std::size_t column : {table.pictured, table.compared})
      if (has_number(row, column)) low = std::min(low, std::floor(number_in(row, column) / 10) * 10);
  std::string svg = opened(table, top + height + 40);
  for (const double percent : {low, (low + 100) / 2, 100.0}) {
    const double y = top + (100 - percent) / (100 - low) * height;
    svg += fmt::format(R"(<path class="grid" d="M{} {:.1f}H{}"/>)", left, y, page_width - 8);
    svg += text_at(left - 5, y + 4, "end", fmt::format("{:.0f} %", percent));
  }
  svg += fmt::format(R"(<path class="line" d="{}"/>)", path_of(table, table.pictured, low, left, top, height));
  svg += fmt::format(R"(<path class="line foretold" d="{}"/>)", path_of(table, table.compared, low, left, top, height));
  svg += text_at(left, top + height + 16, "start", row_name(table, table.rows.front()));
  svg += text_at(page_width - 8, top + height + 16, "end", row_name(table, table.rows.back()));
  const int legend = top + height + 32;
  svg += fmt::format(R"(<path class="line" d="M{} {}h24"/>)", left, legend - 4) + text_at(left + 30, legend, "start", "remembered");
  svg += fmt::format(R"(<path class="line foretold" d="M{} {}h24"/>)", left + 130, legend - 4) +
         text_at(left + 160, legend, "start", "foretold");
  return svg + "</svg>";
}

// `Feb`; the year in place of January.
std::string month_name(Day day) {
  static constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
  return month == 1 ? iso_date(day).substr(0, 4) : names[month - 1];
}

// Half a year of days a picture: side by side on a desk, below each other on a phone.
class CalendarPicture {
 public:
  explicit CalendarPicture(const StatsTable& table) : table_(table), most_(largest(table, table.pictured)) {}
  std::string drawn() const {
    std::string html = "<div class=\"halves\">";
    const Day first = std::get<Day>(table_.rows.front()[0]);
    const auto into_week = static_cast<std::size_t>((std::chrono::weekday{first} - std::chrono::Monday).count());
    // Whole weeks, so that every picture but the first begins on a Monday.
    const std::size_t weeks = (table_.rows.size() + into_week + 6) / 7, pictures = (weeks + most_weeks - 1) / most_weeks;
    const std::size_t days = (weeks + pictures - 1) / pictures * 7;
    std::size_t until = days - into_week;
    for (std::size_t from = 0; from < table_.rows.size(); from = until, until += days)
      html += half(from, std::min(until, table_.rows.size()));
    return html + "</div>";
  }

 private:
  static constexpr int cell = 12, left = 36, top = 18;
  static constexpr std::size_t most_weeks = 27;  // of one picture
  std::string half(std::size_t from, std::size_t until) const {
    const Day first = std::get<Day>(table_.rows[from][0]);
    const Day monday = first - (std::chrono::weekday{first} - std::chrono::Monday);
    std::string svg = opened(table_, top + 7 * cell + 2);
    for (const auto& [row, name] : {std::pair{0, "Mon"}, {2, "Wed"}, {4, "Fri"}})
      svg += text_at(left - 5, top + row * cell + 10, "end", name);
    for (std::size_t i = from; i < until; ++i) {
      const Day day = std::get<Day>(table_.rows[i][0]);
      const int days = static_cast<int>((day - monday).count());
      const int x = left + days / 7 * cell, y = top + days % 7 * cell;
      const double count = number_in(table_.rows[i], table_.pictured);
      const int level = count <= 0 ? 0 : static_cast<int>(std::ceil(count * 4 / most_));
      svg += fmt::format(R"(<rect class="d{}" x="{}" y="{}" width="10" height="10" rx="2"><title>{}: {}</title></rect>)",
                         level, x, y, iso_date(day), cell_text(table_.rows[i][table_.pictured], StatsUnit::count));
      if (iso_date(day).ends_with("-01") && x + cell * 2 < page_width) svg += text_at(x, 11, "start", month_name(day));
    }
    return svg + "</svg>";
  }
  const StatsTable& table_;
  double most_;
};

// Many rows that follow each other, as hours and months, not things with names.
bool is_sequence(const StatsTable& table) {
  return table.rows.size() > 12 && table.columns[0].unit != StatsUnit::text;
}

}  // namespace

std::string svg_chart(const StatsTable& table) {
  const bool any = std::any_of(table.rows.begin(), table.rows.end(),
                               [&](const auto& row) { return number_in(row, table.pictured) > 0; });
  if (!any || table.single) return {};
  switch (table.kind) {
    case ChartKind::bars:
      return is_sequence(table) ? columns(table) : bars(table);
    case ChartKind::line:
      return columns(table);
    case ChartKind::curves:
      return curves(table);
    case ChartKind::heatmap:
      return CalendarPicture(table).drawn();
    case ChartKind::none:
      break;
  }
  return {};
}

}  // namespace ebb
