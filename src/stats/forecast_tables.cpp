// What falls due, and what is overdue.
#include <algorithm>

#include "ebb/stats/card_tables.hpp"

namespace ebb {
namespace {

std::int64_t due_between(const DueDays& due, Day from, Day until) {
  std::int64_t cards = 0;
  for (auto day = due.lower_bound(from); day != due.end() && day->first <= until; ++day) cards += day->second;
  return cards;
}

std::int64_t due_until(const DueDays& due, Day until) {
  return due.empty() ? 0 : due_between(due, std::min(due.begin()->first, until), until);
}

constexpr std::chrono::days one{1};

}  // namespace

StatsTable forecast_table(const DueDays& due, const DayRange& range, By by) {
  StatsTable table{by == By::day ? "days" : "by_" + name_of(by), "Due by " + name_of(by),
              "Cards by their due day; the first row holds what is overdue too.", {}, {},
              ChartKind::line, 1};
  table.column(name_of(by), name_of(by), unit_of(by)).column("cards", "cards").column("so_far", "so far");
  std::map<Day, std::int64_t> found;
  found[start_of(by, range.from)] += due_until(due, range.from);
  for (auto day = due.upper_bound(range.from); day != due.end() && day->first <= range.until; ++day)
    found[start_of(by, day->first)] += day->second;
  std::int64_t so_far = 0;
  for (const Day start : stretches(by, range)) {
    so_far += found[start];
    table.rows.push_back({start, found[start], so_far});
  }
  return table;
}

StatsTable forecast_by_group(std::span<const DueGroup> groups, Day today, By by) {
  StatsTable table{"by_" + name_of(by), "Due by " + name_of(by), "Today holds what is overdue; the next days do too.",
              {}, {}, ChartKind::bars, 1};
  table.column(name_of(by), name_of(by), StatsUnit::text).column("today", "today").column("next_7_days", "7 days");
  table.column("next_30_days", "30 days");
  for (const DueGroup& group : groups)
    table.rows.push_back({group.key, due_until(group.due, today), due_until(group.due, today + 6 * one),
                          due_until(group.due, today + 29 * one)});
  return table;
}

StatsTable forecast_totals(const DueDays& due, std::int64_t fresh, Day today) {
  StatsTable table{"totals", "In all", "Overdue: due before today. The next days hold today and what is overdue."};
  table.single = true;
  table.column("overdue", "overdue").column("today", "today").column("next_7_days", "7 days");
  table.column("next_30_days", "30 days").column("new", "not seen yet");
  table.rows.push_back({due_until(due, today - one), due_until(due, today), due_until(due, today + 6 * one),
                        due_until(due, today + 29 * one), fresh});
  return table;
}

StatsTable backlog_table(const DueDays& due, Day today) {
  struct Late {
    int from, until;
    const char* name;
  };
  constexpr Late lines[] = {{1, 1, "1 day"}, {2, 6, "2-6 days"}, {7, 29, "7-29 days"}, {30, 89, "30-89 days"}, {90, 0, "90 and more"}};
  StatsTable table{"backlog", "Overdue", "Cards by how many days they are late.", {}, {}, ChartKind::bars, 1};
  table.column("days_late", "days late", StatsUnit::text).column("cards", "cards");
  for (const auto& [from, until, name] : lines) {
    const Day last = today - std::chrono::days{from};
    const std::int64_t cards = until == 0 ? due_until(due, last) : due_between(due, today - std::chrono::days{until}, last);
    table.rows.push_back({std::string(name), cards});
  }
  return table;
}

}  // namespace ebb
