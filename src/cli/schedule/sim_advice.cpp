// The advice of `ebb sim --advise`: a row a retention, and what the curve says.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/program/json_out.hpp"
#include "cli/schedule/sim_output.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

constexpr int bar_width = 22;

std::string bar(double share, bool ascii) {
  std::string text;
  for (int i = 0; i < static_cast<int>(std::lround(share * bar_width)); ++i) text += ascii ? "#" : "▇";
  return text;
}

std::string mark(const RetentionAdvice& advice, std::size_t i) {
  if (i == advice.best) return "least";
  return i >= advice.low && i <= advice.high ? "~" : "";
}

// What the retention in force costs, by the nearest of the curve.
std::string now_text(const RetentionAdvice& advice, double now) {
  const auto nearest = std::min_element(advice.curve.begin(), advice.curve.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.retention - now) < std::abs(b.retention - now);
  });
  const double more = nearest->seconds_per_card() / advice.curve[advice.best].seconds_per_card() - 1;
  return fmt::format(" In force now is {:.2f}: {:.0f} % more than the least.\n", now, 100 * more);
}

std::string conclusion(const RetentionAdvice& advice, const SimulationPlan& plan, double now) {
  const auto& curve = advice.curve;
  const RetentionPoint& best = curve[advice.best];
  std::string text = fmt::format("\n Least work at {:.2f}: {:.0f} s for each card that is remembered by it after {}.\n",
                                 best.retention, best.seconds_per_card(), counted(plan.days, "day"));
  if (advice.low < advice.high)
    text += fmt::format(" From {:.2f} to {:.2f} it is at most 5 % more.\n", curve[advice.low].retention,
                        curve[advice.high].retention);
  if (advice.best == 0)
    text += " That is the lowest there is: here less is always cheaper, and what you want to know decides.\n";
  return now > 0 ? text + now_text(advice, now) : text;
}

}  // namespace

std::string advice_text(const RetentionAdvice& advice, const SimulationPlan& plan, double now, const Looks& looks) {
  double most = 0;
  for (const RetentionPoint& point : advice.curve) most = std::max(most, point.seconds_per_card());
  std::string text = looks.dim(fmt::format(" {:<11}{:>12}{:>13}{:>12}{:>8}", "retention", "reviews/day", "minutes/day",
                                           "remembered", "s/card")) +
                     "\n";
  for (std::size_t i = 0; i < advice.curve.size(); ++i) {
    const RetentionPoint& point = advice.curve[i];
    const std::string row =
        fmt::format(" {:<11.2f}{:>12.1f}{:>13.1f}{:>12}{:>8.1f}  {:<5} {}", point.retention, point.reviews / plan.days,
                    point.seconds / 60 / plan.days, with_commas(std::llround(point.remembered)),
                    point.seconds_per_card(), mark(advice, i), bar(point.seconds_per_card() / most, looks.ascii));
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text + conclusion(advice, plan, now);
}

std::string advice_json(const RetentionAdvice& advice, const SimulationPlan& plan, double now) {
  std::vector<std::string> curve;
  for (const RetentionPoint& point : advice.curve)
    curve.push_back(JsonObject()
                        .number("retention", point.retention)
                        .number("reviews", point.reviews)
                        .number("time_ms", std::int64_t{std::llround(point.seconds * 1000)})
                        .number("remembered", point.remembered)
                        .number("untouched", point.untouched)
                        .number("seconds_per_card", point.seconds_per_card())
                        .str());
  JsonObject object = json_result();
  object.text("from", iso_date(plan.today)).number("days", plan.days).number("answers", plan.habits.answers);
  object.number("best", advice.curve[advice.best].retention);
  object.number("low", advice.curve[advice.low].retention).number("high", advice.curve[advice.high].retention);
  now > 0 ? object.number("now", now) : object.null("now");
  return object.raw("curve", json_array(curve)).str();
}

}  // namespace ebb
