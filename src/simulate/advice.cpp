// The curve of work by retention.
#include "ebb/simulate/advice.hpp"

#include <algorithm>

#include "ebb/schedule/schedulers.hpp"

namespace ebb {
namespace {

constexpr int lowest = 70, highest = 98, step = 2;          // hundredths
constexpr std::size_t enough_cards = 4000, most_runs = 16;  // runs x cards, beyond which the curve is smooth
constexpr double about_the_same = 1.05;

// Cards as FSRS knows them: by what is true of them.
void put_under_fsrs(SimulationPlan& plan) {
  for (SimulatedCard& card : plan.cards) {
    card.memory.stability = card.state.stability;
    card.memory.difficulty = card.state.difficulty;
  }
}

void ask_for(SimulationPlan& plan, double retention) {
  for (SimulatedRule& rule : plan.rules) {
    Parameters asked = rule.scheduler->parameters();
    asked.scheduler = "fsrs";
    asked.retention = retention;
    asked.weights.assign(rule.weights.begin(), rule.weights.end());
    rule.scheduler = make_scheduler(asked);
  }
}

// How many cards would be remembered on the last evening without any work: they are nobody's merit.
double untouched(const SimulationPlan& plan) {
  const Day last = plan.today + std::chrono::days{std::max(plan.days - 1, 0)};
  double sum = 0;
  for (const SimulatedCard& card : plan.cards)
    sum += retrievability(plan.rules[card.rule].weights, static_cast<double>((last - *card.memory.last).count()),
                          card.state.stability);
  return sum;
}

RetentionPoint played(SimulationPlan& plan, double retention, std::size_t runs) {
  ask_for(plan, retention);
  RetentionPoint point;
  point.untouched = untouched(plan);
  point.retention = retention;
  const std::uint64_t seed = plan.seed;
  for (std::size_t run = 0; run < runs; ++run) {
    plan.seed = seed + run;
    const Simulation simulation = simulate(plan);
    const SimulationTotal sum = total(simulation, 0, simulation.days.size());
    point.seconds += sum.seconds / static_cast<double>(runs);
    point.reviews += static_cast<double>(sum.reviews) / static_cast<double>(runs);
    point.remembered += sum.remembered / static_cast<double>(runs);
  }
  plan.seed = seed;
  return point;
}

}  // namespace

RetentionAdvice advise_retention(SimulationPlan plan) {
  put_under_fsrs(plan);
  const std::size_t cards = std::max<std::size_t>(plan.cards.size() + plan.fresh.size(), 1);
  const std::size_t runs = std::clamp<std::size_t>(enough_cards / cards, 1, most_runs);
  RetentionAdvice advice;
  for (int percent = lowest; percent <= highest; percent += step)
    advice.curve.push_back(played(plan, percent / 100.0, runs));
  const auto& curve = advice.curve;
  for (std::size_t i = 1; i < curve.size(); ++i)
    if (curve[i].seconds_per_card() < curve[advice.best].seconds_per_card()) advice.best = i;
  const double most = curve[advice.best].seconds_per_card() * about_the_same;
  advice.low = advice.high = advice.best;
  while (advice.low > 0 && curve[advice.low - 1].seconds_per_card() <= most) --advice.low;
  while (advice.high + 1 < curve.size() && curve[advice.high + 1].seconds_per_card() <= most) ++advice.high;
  return advice;
}

}  // namespace ebb
