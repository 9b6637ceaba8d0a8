// Statistics as a table with bars, CSV, TSV and Markdown.
#include "cli/stats_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/words.hpp"

namespace ebb {
namespace {

std::string time_text(std::int64_t time_ms) {
  return time_ms == 0 ? "-" : duration_text(Millis{time_ms});
}

// `86 % of 188 (80-90)`: the share, of how many, and between what it lies with 95 % certainty.
std::string retention_text(const Retention& share) {
  if (!share.percent) return "-";
  return fmt::format("{:.0f} % of {} ({:.0f}–{:.0f})", *share.percent, with_commas(share.n), *share.low, *share.high);
}

std::vector<std::int64_t> widened(const std::vector<int>& numbers) {
  return {numbers.begin(), numbers.end()};
}

std::string two_decimals(const std::optional<double>& number) {
  return number ? fmt::format("{:.2f}", *number) : "";
}

void separate(std::string& text, const Retention& share, char separator) {
  text += fmt::format("{0}{1}{0}{2}{0}{3}{0}{4}", separator, share.n, two_decimals(share.percent),
                      two_decimals(share.low), two_decimals(share.high));
}

bool narrow(const Looks& looks) {
  return looks.width > 0 && looks.width < 80;
}

std::string bars_line(std::string_view title, const std::vector<std::int64_t>& counts, std::string_view note,
                      const Looks& looks) {
  if (narrow(looks)) return fmt::format(" {}, {}\n {}\n", title, note, bars(counts, looks.ascii));
  return fmt::format(" {:<18} {}   {}\n", title, bars(counts, looks.ascii), note);
}

// A row of the table.
std::string wide_row(const NamedPeriod& row) {
  return fmt::format(" {:<14}{:>9}{:>7}  {:<14}{:<25}{}\n", row.title, with_commas(row.period.reviews),
                     with_commas(row.period.new_cards), time_text(row.period.time_ms), retention_text(row.period.young),
                     retention_text(row.period.mature));
}

// The same in lines of at most 40 cells.
std::string narrow_row(const NamedPeriod& row) {
  return fmt::format(" {}\n   {}, {} new, {}\n   young {}\n   mature {}\n", row.title,
                     counted(row.period.reviews, "review"), with_commas(row.period.new_cards),
                     time_text(row.period.time_ms), retention_text(row.period.young),
                     retention_text(row.period.mature));
}

}  // namespace

std::string stats_text(const StatsReport& report, const Looks& looks) {
  std::string text;
  if (!narrow(looks))
    text = looks.dim(fmt::format(" {:<14}{:>9}{:>7}  {:<14}{:<25}{}", "", "reviews", "new", "time", "remembered, young",
                                 "mature")) +
           "\n";
  for (const NamedPeriod& row : report.periods) text += looks.drawn(narrow(looks) ? narrow_row(row) : wide_row(row));
  const std::int64_t most = *std::max_element(report.reviews_by_day.begin(), report.reviews_by_day.end());
  text += "\n" + bars_line("reviews, 30 days", report.reviews_by_day, fmt::format("max {}", with_commas(most)), looks);
  text += bars_line("due, next 14 days", widened(report.forecast),
                    fmt::format("{} today", with_commas(report.forecast.front())), looks);
  const StateCounts& states = report.states;
  text += looks.drawn(fmt::format("\n Streak {} · cards: {} new, {} learning, {} young, {} mature, {} suspended\n",
                                  counted(report.streak_days, "day"), with_commas(states.fresh),
                                  with_commas(states.learning), with_commas(states.young), with_commas(states.mature),
                                  with_commas(states.suspended)));
  return text;
}

std::string stats_separated(const StatsReport& report, char separator) {
  std::string text =
      "period,from,until,reviews,new,time_ms,young_n,young_percent,young_low,young_high,mature_n,mature_percent,"
      "mature_low,mature_high,streak_days\n";
  std::replace(text.begin(), text.end(), ',', separator);
  for (const NamedPeriod& row : report.periods) {
    const Period& period = row.period;
    text += fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}{5}{0}{6}", separator, row.name, iso_date(period.from),
                        iso_date(period.until), period.reviews, period.new_cards, period.time_ms);
    separate(text, period.young, separator);
    separate(text, period.mature, separator);
    text += fmt::format("{}{}\n", separator, report.streak_days);
  }
  return text;
}

std::string stats_markdown(const StatsReport& report) {
  std::string text = fmt::format("| {} | reviews | new | time | young | mature |\n|---|--:|--:|--:|---|---|\n",
                                 iso_date(report.today));
  for (const NamedPeriod& row : report.periods)
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.title, with_commas(row.period.reviews),
                        with_commas(row.period.new_cards), time_text(row.period.time_ms),
                        retention_text(row.period.young), retention_text(row.period.mature));
  text += fmt::format("\nStreak: {}.\n\n| due on | cards |\n|---|--:|\n", counted(report.streak_days, "day"));
  for (std::size_t i = 0; i < report.forecast.size(); ++i)
    text += fmt::format("| {} | {} |\n", iso_date(report.today + std::chrono::days{static_cast<int>(i)}),
                        with_commas(report.forecast[i]));
  return text;
}

}  // namespace ebb
