// Work: reviews, new cards and time, over time, by group, and in all.
#include <set>

#include "ebb/stats/tables.hpp"

namespace ebb {
namespace {

struct Work {
  std::int64_t reviews = 0, fresh = 0, time_ms = 0;
  void add(const TallyRow& row) {
    reviews += row.answers;
    time_ms += row.took_ms;
    if (row.band == Band::first) fresh += row.answers;
  }
  void append_to(std::vector<StatsCell>& cells) const { cells.insert(cells.end(), {StatsCell{reviews}, StatsCell{fresh}, StatsCell{time_ms}}); }
};

StatsTable work_table(By by, StatsUnit unit) {
  StatsTable table{"by_" + name_of(by), "Reviews by " + name_of(by), "Answers given, same-day drill included, cram not.",
              {}, {}, unit != StatsUnit::text ? ChartKind::line : ChartKind::bars, 1};
  table.column(name_of(by), name_of(by), unit).column("reviews", "reviews").column("new", "new");
  table.column("time_ms", "time", StatsUnit::ms);
  return table.minor({"new"});
}

StatsCell mean(std::int64_t sum, std::int64_t count) {
  return count == 0 ? StatsCell{} : StatsCell{static_cast<double>(sum) / static_cast<double>(count)};
}

// Milliseconds stay whole, rounded down.
StatsCell mean_ms(std::int64_t sum_ms, std::int64_t count) {
  return count == 0 ? StatsCell{} : StatsCell{sum_ms / count};
}

}  // namespace

StatsTable workload_over_time(std::span<const TallyRow> rows, const DayRange& range, By by) {
  std::map<Day, Work> found;
  for (const TallyRow& row : rows)
    if (range.contains(row.day)) found[start_of(by, row.day)].add(row);
  StatsTable table = work_table(by, unit_of(by));
  for (const Day start : stretches(by, range)) {
    std::vector<StatsCell> cells{start};
    found[start].append_to(cells);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable workload_by_group(std::span<const TallyGroup> groups, const DayRange& range, By by) {
  StatsTable table = work_table(by, StatsUnit::text);
  table.column("cards", "cards answered").column("time_per_card_ms", "time a card", StatsUnit::ms);
  table.minor({"cards", "time_per_card_ms"});
  for (const TallyGroup& group : groups) {
    Work work;
    for (const TallyRow& row : group.rows)
      if (range.contains(row.day)) work.add(row);
    std::vector<StatsCell> cells{group.key};
    work.append_to(cells);
    cells.emplace_back(group.cards);
    cells.push_back(mean_ms(work.time_ms, group.cards));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable workload_totals(std::span<const TallyRow> rows, const DayRange& range) {
  Work work;
  std::set<Day> studied;
  for (const TallyRow& row : rows) {
    if (!range.contains(row.day)) continue;
    work.add(row);
    studied.insert(row.day);
  }
  const auto days = static_cast<std::int64_t>((range.until - range.from).count()) + 1;
  StatsTable table{"totals", "In all", "The whole range."};
  table.single = true;
  table.column("reviews", "reviews").column("new", "new").column("time_ms", "time", StatsUnit::ms);
  table.column("days", "days").column("days_studied", "days studied");
  table.column("reviews_per_day", "reviews a day", StatsUnit::real).column("time_per_day_ms", "time a day", StatsUnit::ms);
  table.column("time_per_review_ms", "time a review", StatsUnit::ms);
  std::vector<StatsCell> cells;
  work.append_to(cells);
  cells.insert(cells.end(), {StatsCell{days}, StatsCell{static_cast<std::int64_t>(studied.size())}, mean(work.reviews, days),
                             mean_ms(work.time_ms, days), mean_ms(work.time_ms, work.reviews)});
  table.rows.push_back(std::move(cells));
  return table;
}

StatsTable day_table(std::span<const TallyRow> rows, const DayRange& range) {
  StatsTable table = workload_over_time(rows, range, By::day);
  table.name = "days";
  table.title = "Reviews a day";
  table.kind = ChartKind::heatmap;
  return table;
}

}  // namespace ebb
