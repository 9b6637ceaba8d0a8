// Statistics as JSON: names in docs/json.md, definitions in docs/statistics.md.
#include <cmath>

#include "cli/due_json.hpp"
#include "cli/json_out.hpp"
#include "cli/stats_tables.hpp"

namespace ebb {
namespace {

// Two decimals are more than any of these numbers can mean.
void add_share(JsonObject& object, std::string_view key, const std::optional<double>& number) {
  number ? object.number(key, std::round(*number * 100) / 100) : object.null(key);
}

std::string retention_json(const Retention& share) {
  JsonObject object;
  object.number("n", share.n).number("right", share.right);
  add_share(object, "percent", share.percent);
  add_share(object, "low", share.low);
  add_share(object, "high", share.high);
  return object.str();
}

void add_period(JsonObject& object, const NamedPeriod& row) {
  const Period& period = row.period;
  object
      .raw("range", JsonObject()
                        .text("name", row.name)
                        .text("from", iso_date(period.from))
                        .text("until", iso_date(period.until))
                        .str())
      .number("reviews", period.reviews)
      .number("new", period.new_cards)
      .number("time_ms", period.time_ms)
      .raw("retention",
           JsonObject().raw("young", retention_json(period.young)).raw("mature", retention_json(period.mature)).str());
}

std::string days_json(const StatsReport& report) {
  std::vector<std::string> list;
  const auto first = report.today - std::chrono::days{static_cast<int>(report.reviews_by_day.size()) - 1};
  for (std::size_t i = 0; i < report.reviews_by_day.size(); ++i)
    list.push_back(JsonObject()
                       .text("day", iso_date(first + std::chrono::days{static_cast<int>(i)}))
                       .number("reviews", report.reviews_by_day[i])
                       .str());
  return json_array(list);
}

std::string states_json(const StateCounts& states) {
  return JsonObject()
      .number("new", states.fresh)
      .number("learning", states.learning)
      .number("young", states.young)
      .number("mature", states.mature)
      .number("suspended", states.suspended)
      .str();
}

}  // namespace

std::string stats_json(const StatsReport& report) {
  JsonObject object = json_result();
  for (const NamedPeriod& row : report.periods)
    if (row.name == "30_days") add_period(object, row);
  std::vector<std::string> periods;
  for (const NamedPeriod& row : report.periods) {
    JsonObject one;
    add_period(one, row);
    periods.push_back(one.str());
  }
  return object.number("streak_days", report.streak_days)
      .raw("forecast", forecast_json(report.today, report.forecast))
      .raw("days", days_json(report))
      .raw("cards", states_json(report.states))
      .raw("periods", json_array(periods))
      .str();
}

}  // namespace ebb
