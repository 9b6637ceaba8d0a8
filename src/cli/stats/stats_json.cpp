// Statistics as JSON: names in docs/json.md, definitions in docs/statistics.md.
#include "cli/stats/stats_out.hpp"

namespace ebb {
namespace {

void add_cell(JsonObject& object, const StatsColumn& column, const StatsCell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) object.number(column.name, *whole);
  else if (const auto* real = std::get_if<double>(&cell)) object.number(column.name, rounded(*real, column.unit));
  else if (const auto* text = std::get_if<std::string>(&cell)) object.text(column.name, *text);
  else if (const auto* day = std::get_if<Day>(&cell)) object.text(column.name, iso_date(*day));
  else if (const auto* yes = std::get_if<bool>(&cell)) object.flag(column.name, *yes);
  else object.null(column.name);
}

// The columns of a group become an object of their own.
std::string row_json(const StatsTable& table, const std::vector<StatsCell>& row) {
  JsonObject object;
  for (std::size_t i = 0; i < row.size();) {
    const std::string& group = table.columns[i].group;
    if (group.empty()) {
      add_cell(object, table.columns[i], row[i]);
      ++i;
      continue;
    }
    JsonObject inner;
    for (; i < row.size() && table.columns[i].group == group; ++i) add_cell(inner, table.columns[i], row[i]);
    object.raw(group, inner.str());
  }
  return object.str();
}

std::string range_json(std::string_view name, const DayRange& range) {
  return JsonObject().text("name", name).text("from", iso_date(range.from)).text("until", iso_date(range.until)).str();
}

std::string share_json(const Retention& share) {
  JsonObject object;
  object.number("n", share.n).number("right", share.right);
  const auto add = [&](std::string_view key, const std::optional<double>& number) {
    number ? object.number(key, rounded(*number, StatsUnit::percent)) : object.null(key);
  };
  add("percent", share.percent);
  add("low", share.low);
  add("high", share.high);
  return object.str();
}

void add_period(JsonObject& object, const NamedPeriod& row) {
  const Period& period = row.period;
  object.raw("range", range_json(row.name, {period.from, period.until}))
      .number("reviews", period.reviews)
      .number("new", period.new_cards)
      .number("time_ms", period.time_ms)
      .raw("retention",
           JsonObject().raw("young", share_json(period.young)).raw("mature", share_json(period.mature)).str());
}

// The numbers of the days asked for, or of 30 days, stand at the top; `periods` has them all.
void add_summary(JsonObject& object, StatsSource& source) {
  const std::vector<NamedPeriod> periods = periods_of(source);
  std::vector<std::string> all;
  const std::string_view top = periods.front().name == "asked" ? "asked" : "30_days";
  for (const NamedPeriod& row : periods) {
    if (row.name == top) add_period(object, row);
    JsonObject one;
    add_period(one, row);
    all.push_back(one.str());
  }
  object.number("streak_days", source.streak_days())
      .number("longest_streak_days", source.longest_streak_days())
      .raw("periods", json_array(all));
}

}  // namespace

std::string table_json(const StatsTable& table) {
  if (table.single) return row_json(table, table.rows.front());
  std::vector<std::string> rows;
  for (const auto& row : table.rows) rows.push_back(row_json(table, row));
  return json_array(rows);
}

JsonObject stats_json(const StatsWhat& what, StatsSource& source, const std::vector<StatsTable>& tables) {
  const StatsAsked& asked = source.asked();
  JsonObject object = json_result();
  object.text("what", what.name).text_or_null("filter", asked.filter_text);
  object.text_or_null("by", asked.by ? name_of(*asked.by) : "");
  const bool summary = what.name == "summary";
  if (summary) add_summary(object, source);
  else object.raw("range", range_json(asked.since || asked.until ? "asked" : "default", source.range(what.days)));
  for (const StatsTable& table : tables)
    if (!summary || (table.name != "periods" && table.name != "streaks")) object.raw(table.name, table_json(table));
  return object;
}

}  // namespace ebb
