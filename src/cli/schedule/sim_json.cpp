// Simulated days as JSON: names in docs/json.md.
#include <cmath>

#include "cli/program/json_out.hpp"
#include "cli/schedule/sim_output.hpp"

namespace ebb {
namespace {

// Two decimals are more than any of these numbers can mean.
double two_decimals(double number) {
  return std::round(number * 100) / 100;
}

std::int64_t milliseconds(double seconds) {
  return std::llround(seconds * 1000);
}

std::string day_json(const SimulatedDay& day) {
  return JsonObject()
      .text("day", iso_date(day.day))
      .number("reviews", day.reviews)
      .number("new", day.fresh)
      .number("answers", day.answers)
      .number("forgotten", day.forgotten)
      .number("left", day.left)
      .number("time_ms", milliseconds(day.seconds))
      .number("remembered", two_decimals(day.remembered))
      .number("begun", day.begun)
      .str();
}

std::string total_json(const SimulationTotal& sum) {
  return JsonObject()
      .number("reviews", sum.reviews)
      .number("new", sum.fresh)
      .number("answers", sum.answers)
      .number("forgotten", sum.forgotten)
      .number("time_ms", milliseconds(sum.seconds))
      .number("most_reviews", sum.most_reviews)
      .number("remembered", two_decimals(sum.remembered))
      .number("begun", sum.begun)
      .str();
}

std::string run_json(const PlayedVariant& variant) {
  const SimulationPlan& plan = *variant.plan;
  std::vector<std::string> schedulers, days;
  for (const SimulatedRule& rule : plan.rules)
    schedulers.push_back(JsonObject()
                             .text("scheduler", rule.scheduler->name())
                             .number("retention", rule.scheduler->parameters().retention)
                             .str());
  for (const SimulatedDay& day : variant.simulation.days) days.push_back(day_json(day));
  JsonObject object;
  object.text("name", variant.name).raw("schedulers", json_array(schedulers)).number("new_limit", plan.new_limit);
  plan.review_limit ? object.number("review_limit", *plan.review_limit) : object.null("review_limit");
  return object.raw("total", total_json(total(variant.simulation, 0, variant.simulation.days.size())))
      .raw("days", json_array(days))
      .str();
}

}  // namespace

std::string sim_json(const std::vector<PlayedVariant>& played) {
  const SimulationPlan& plan = *played.front().plan;
  std::vector<std::string> runs;
  for (const PlayedVariant& variant : played) runs.push_back(run_json(variant));
  return json_result()
      .text("from", iso_date(plan.today))
      .number("days", plan.days)
      .number("begun", static_cast<std::int64_t>(plan.cards.size()))
      .number("new", static_cast<std::int64_t>(plan.fresh.size()))
      .number("answers", plan.habits.answers)
      .raw("runs", json_array(runs))
      .str();
}

}  // namespace ebb
