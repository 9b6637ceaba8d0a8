// Readiness for an exam: now, and as the days until it are likely to go.
#include "ebb/simulate/readiness.hpp"

#include <algorithm>

namespace ebb {
namespace {

double mean_recall(const std::vector<SimulatedCard>& cards, const std::vector<SimulatedRule>& rules, Day day) {
  double sum = 0;
  for (const SimulatedCard& card : cards) {
    const auto days = std::max<std::int64_t>((day - *card.memory.last).count(), 0);
    sum += retrievability(rules[card.rule].weights, static_cast<double>(days), card.state.stability);
  }
  return cards.empty() ? 0 : sum / static_cast<double>(cards.size());
}

int seen_from(const std::vector<SimulatedCard>& cards, Day window) {
  return static_cast<int>(std::count_if(cards.begin(), cards.end(),
                                        [&](const SimulatedCard& card) { return *card.memory.last >= window; }));
}

}  // namespace

Readiness exam_readiness(SimulationPlan plan, Day exam, int window) {
  Readiness ready;
  ready.exam = exam;
  ready.window = exam - std::chrono::days{window};
  ready.begun = static_cast<int>(plan.cards.size());
  ready.fresh = static_cast<int>(plan.fresh.size());
  ready.seen = seen_from(plan.cards, ready.window);
  const Day judged = std::max(exam, plan.today);
  ready.untouched_recall = mean_recall(plan.cards, plan.rules, judged);
  plan.days = std::max(static_cast<int>((exam - plan.today).count()), 0);
  const Simulation simulation = simulate(plan);
  ready.begun_by_then = static_cast<int>(simulation.cards.size());
  ready.seen_by_then = seen_from(simulation.cards, ready.window);
  ready.recall = mean_recall(simulation.cards, plan.rules, judged);
  return ready;
}

}  // namespace ebb
