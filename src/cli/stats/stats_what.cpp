// The table of statistics, and what tables each is made of.
#include "cli/stats/stats_what.hpp"

#include <algorithm>
#include <array>

#include "cli/stats/stats_leeches.hpp"

namespace ebb {
namespace {

using std::chrono::days;

constexpr int summary_days = 30, summary_forecast = 14, forecast_days = 30, year_days = 371;

bool groups(By by) {
  return by == By::deck || by == By::tag;
}

StatsTable period_table(const std::vector<NamedPeriod>& periods) {
  StatsTable table{"periods", "Reviews, and the share remembered", "Young: 1 to 20 days since the last; mature: 21 and more."};
  table.column("period", "", StatsUnit::name).column("from", "from", StatsUnit::day).column("until", "until", StatsUnit::day);
  table.column("reviews", "reviews").column("new", "new").column("time_ms", "time", StatsUnit::ms);
  table.retention_columns("young", "young").retention_columns("mature", "mature");
  table.minor({"new", "time_ms"});
  table.columns[1].quiet = table.columns[2].quiet = true;
  for (const NamedPeriod& row : periods) {
    const Period& period = row.period;
    std::vector<StatsCell> cells{std::string(row.name), period.from, period.until, period.reviews, period.new_cards,
                            period.time_ms};
    append(cells, period.young);
    append(cells, period.mature);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

StatsTable streak_table(StatsSource& source) {
  StatsTable table{"streaks", "Days in a row", "Study days with an answer."};
  table.single = true;
  table.column("streak_days", "now").column("longest_streak_days", "longest");
  table.rows.push_back({std::int64_t{source.streak_days()},
                        std::int64_t{source.longest_streak_days()}});
  return table;
}

StatsTable state_table(StatsSource& source) {
  const StateCounts states = source.states();
  StatsTable table{"cards", "Cards", "By state."};
  table.single = true;
  table.column("new", "new").column("learning", "learning").column("young", "young").column("mature", "mature");
  table.column("suspended", "suspended");
  table.rows.push_back({std::int64_t{states.fresh}, std::int64_t{states.learning}, std::int64_t{states.young},
                        std::int64_t{states.mature}, std::int64_t{states.suspended}});
  return table;
}

std::vector<StatsTable> summary(StatsSource& source) {
  std::vector<StatsTable> tables{period_table(periods_of(source))};
  tables.push_back(streak_table(source));
  StatsTable reviews = workload_over_time(source.rows(), source.range(summary_days), By::day);
  reviews.name = "days";
  reviews.brief = true;
  tables.push_back(std::move(reviews));
  StatsTable due = forecast_table(source.due(), {source.today(), source.today() + days{summary_forecast - 1}}, By::day);
  due.name = "forecast";
  due.brief = true;
  tables.push_back(std::move(due));
  tables.push_back(state_table(source));
  if (const auto by = source.asked().by)
    tables.push_back(groups(*by) ? retention_by_group(source.groups(*by), source.range(), *by)
                                 : retention_over_time(source.rows(), source.range(), *by));
  return tables;
}

std::vector<StatsTable> retention_tables(StatsSource& source) {
  const DayRange range = source.range();
  std::vector<StatsTable> tables{age_table(source.rows(), range), band_table(source.rows(), range),
                            button_table(source.rows(), range)};
  if (const auto by = source.asked().by)
    tables.insert(tables.begin(), groups(*by) ? retention_by_group(source.groups(*by), range, *by)
                                              : retention_over_time(source.rows(), range, *by));
  return tables;
}

std::vector<StatsTable> forecast_tables(StatsSource& source) {
  const DayRange range{source.today(), std::max(source.today(), source.asked().until.value_or(
                                                                    source.today() + days{forecast_days - 1}))};
  const By by = source.asked().by.value_or(By::day);
  std::vector<StatsTable> tables;
  if (groups(by)) {
    std::vector<DueGroup> due;
    for (const StatsSource::CardGroup& group : source.card_groups(by)) due.push_back({group.key, group.due});
    tables.push_back(forecast_by_group(due, source.today(), by));
  } else {
    tables.push_back(forecast_table(source.due(), range, by));
  }
  tables.push_back(forecast_totals(source.due(), source.states().fresh, source.today()));
  tables.push_back(backlog_table(source.due(), source.today()));
  return tables;
}

std::vector<StatsTable> heatmap(StatsSource& source) {
  const DayRange range = source.range(year_days);
  return {day_table(source.rows(), range), workload_totals(source.rows(), range), streak_table(source)};
}

std::vector<StatsTable> hours(StatsSource& source) {
  return {source.hours().hours(), source.hours().weekdays()};
}

std::vector<StatsTable> decks(StatsSource& source) {
  const By by = source.asked().by.value_or(By::deck);
  std::vector<DeckFacts> facts;
  for (const StatsSource::CardGroup& group : source.card_groups(by)) facts.push_back({group.key, group.sums, {}, 0});
  for (const TallyGroup& group : source.groups(by)) {
    auto place = std::find_if(facts.begin(), facts.end(), [&](const DeckFacts& one) { return one.key == group.key; });
    if (place == facts.end()) place = facts.insert(place, {group.key, {}, {}, 0});  // all its cards were deleted
    place->rows = group.rows;
    place->answered = group.cards;
  }
  return {deck_table(facts, source.range(), by), card_totals(source.cards().sums)};
}

std::vector<StatsTable> cards(StatsSource& source) {
  std::vector<StatsTable> tables{card_totals(source.cards().sums)};
  for (StatsTable& table : source.cards().histograms.tables()) tables.push_back(std::move(table));
  return tables;
}

std::vector<StatsTable> calibration(StatsSource& source) {
  const ForetoldAnswers& foretold = source.foretold();
  StatsTable totals{"totals", "How well recall was foretold",
               "By the model in force for each card; log loss and RMSE: lower is better."};
  totals.single = true;
  totals.column("answers", "answers").column("log_loss", "log loss", StatsUnit::fine);
  totals.column("rmse_bins", "RMSE (bins)", StatsUnit::fine).column("auc", "AUC", StatsUnit::fine);
  const Metrics& metrics = foretold.metrics;
  const auto known = [&](double number) {
    return metrics.items == 0 || number != number ? StatsCell{} : StatsCell{number};
  };
  totals.rows.push_back({static_cast<std::int64_t>(metrics.items), known(metrics.log_loss), known(metrics.rmse_bins),
                         known(metrics.auc)});
  return {calibration_table(foretold.answers), forgetting_table(foretold.answers), totals};
}

std::vector<StatsTable> workload(StatsSource& source) {
  const DayRange range = source.range();
  const By by = source.asked().by.value_or(By::month);
  return {groups(by) ? workload_by_group(source.groups(by), range, by) : workload_over_time(source.rows(), range, by),
          workload_totals(source.rows(), range)};
}

constexpr std::array<StatsWhat, 10> whats{{
    {"summary", "reviews, remembered, what comes; the default", "day week month deck tag", {}, summary},
    {"retention", "remembered: young, mature, by interval, by button", "day week month deck tag", {}, retention_tables},
    {"forecast", "what falls due, and what is overdue", "day week month deck tag", {}, forecast_tables},
    {"heatmap", "a year of days", "", year_days, heatmap},
    {"hours", "by hour of the day and day of the week", "", {}, hours},
    {"decks", "decks side by side, or tags with --by tag", "deck tag", {}, decks},
    {"cards", "states, intervals, ease, stability, difficulty, recall", "", {}, cards},
    {"leeches", "the cards that are forgotten again and again", "", {}, leech_tables},
    {"calibration", "recall as foretold against what happened", "", {}, calibration},
    {"workload", "reviews, new cards and time", "day week month deck tag", {}, workload},
}};

}  // namespace

std::vector<NamedPeriod> periods_of(StatsSource& source) {
  const std::vector<TallyRow>& rows = source.rows();
  const Day today = source.today();
  const auto last = [&](int length) { return period(rows, today - days{length - 1}, today); };
  const Day first = rows.empty() ? today : rows.front().day;
  std::vector<NamedPeriod> periods{{"today", "today", last(1)},
                                   {"7_days", "last 7 days", last(7)},
                                   {"30_days", "last 30 days", last(30)},
                                   {"365_days", "last 365 days", last(365)},
                                   {"all", "all", period(rows, first, today)}};
  if (source.asked().since || source.asked().until) {
    const DayRange range = source.range();
    periods.insert(periods.begin(), {"asked", "the days asked for", period(rows, range.from, range.until)});
  }
  return periods;
}

std::span<const StatsWhat> stats_whats() {
  return whats;
}

const StatsWhat* find_what(std::string_view name) {
  const auto found = std::find_if(whats.begin(), whats.end(), [&](const StatsWhat& what) { return what.name == name; });
  return found == whats.end() ? nullptr : &*found;
}

}  // namespace ebb
