// A calendar of days: a column a week, Monday on top, darker for more.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "ebb/core/words.hpp"
#include "tui/stats/chart_parts.hpp"

namespace ebb {
namespace {

using std::chrono::days;

constexpr int margin = 5;  // of the names of the weekdays
constexpr std::array weekday_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string shade(int level, int times, bool ascii) {
  static constexpr std::array<const char*, 5> blocks{"·", "░", "▒", "▓", "█"};
  static constexpr std::array<const char*, 5> letters{".", "-", "+", "*", "#"};
  std::string text;
  for (int i = 0; i < times; ++i) text += (ascii ? letters : blocks)[static_cast<std::size_t>(level)];
  return text;
}

// The days of the table, and the weeks that are drawn.
struct Weeks {
  std::map<Day, std::int64_t> counts;
  Day first, last;  // Mondays
  int wide = 1;     // characters a week
  std::int64_t most = 1;
};

Weeks weeks_of(const StatsTable& table, const ChartRoom& room) {
  Weeks weeks;
  for (const auto& row : table.rows) {
    const std::int64_t count = static_cast<std::int64_t>(drawn_number(row, table.pictured).value_or(0));
    weeks.counts[std::get<Day>(row[0])] = count;
    weeks.most = std::max(weeks.most, count);
  }
  const auto monday = [](Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); };
  weeks.last = monday(weeks.counts.rbegin()->first);
  const int fit = std::max(1, room.width - margin - 1);
  const int all = static_cast<int>((weeks.last - monday(weeks.counts.begin()->first)).count()) / 7 + 1;
  weeks.wide = all * 2 <= fit ? 2 : 1;
  weeks.first = weeks.last - days{7 * (std::min(all, fit / weeks.wide) - 1)};
  return weeks;
}

// The name of a month above the week that its first day is in, where there is room for it.
std::string month_line(const Weeks& weeks) {
  std::string line(margin, ' ');
  for (Day week = weeks.first; week <= weeks.last; week += days{7}) {
    const std::size_t column = margin + static_cast<std::size_t>((week - weeks.first).count() / 7 * weeks.wide);
    const std::chrono::year_month_day sunday{week + days{6}};
    if (static_cast<unsigned>(sunday.day()) > 7 || line.size() > column) continue;
    line.resize(column, ' ');
    line += month_names[static_cast<unsigned>(sunday.month()) - 1];
    line += ' ';
  }
  return line;
}

ChartLine weekday_line(const Weeks& weeks, int weekday, bool ascii) {
  ChartLine line{{fmt::format(" {} ", weekday_names[static_cast<std::size_t>(weekday)]), Tone::dim}};
  std::string text;
  for (Day week = weeks.first; week <= weeks.last; week += days{7}) {
    const auto found = weeks.counts.find(week + days{weekday});
    if (found == weeks.counts.end()) {
      text += std::string(static_cast<std::size_t>(weeks.wide), ' ');
      continue;
    }
    const std::int64_t level = found->second <= 0 ? 0 : (found->second * 4 + weeks.most - 1) / weeks.most;
    text += shade(static_cast<int>(level), weeks.wide, ascii);
  }
  line.push_back({text, Tone::good});
  return line;
}

}  // namespace

std::vector<ChartLine> chart_heatmap(const StatsTable& table, const ChartRoom& room) {
  const Weeks weeks = weeks_of(table, room);
  std::vector<ChartLine> lines{{{month_line(weeks), Tone::dim}}};
  for (int weekday = 0; weekday < 7; ++weekday) lines.push_back(weekday_line(weeks, weekday, room.ascii));
  std::int64_t drawn = 0;
  for (auto day = weeks.counts.lower_bound(weeks.first); day != weeks.counts.end(); ++day) drawn += day->second;
  std::string scale;
  for (int level = 0; level <= 4; ++level) scale += shade(level, 1, room.ascii);
  lines.push_back({{fmt::format(" none {} {} a day; {} here", scale, with_commas(weeks.most), with_commas(drawn)), Tone::dim}});
  return lines;
}

}  // namespace ebb
