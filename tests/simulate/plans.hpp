// Plans that tests play through: cards by formula, and the scenes of bench/sim_crate.
#pragma once
#include <string>

#include "ebb/core/time.hpp"
#include "ebb/schedule/schedulers.hpp"
#include "ebb/simulate/simulate.hpp"

namespace ebb {

inline const Day first_day = day_from_number(20400);

// A rule whose scheduler believes what is true.
inline SimulatedRule rule_of(const Parameters& parameters) {
  return {make_scheduler(parameters), fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights())};
}

// The cards of bench/sim_crate.
inline SimulatedCard begun_card(int i) {
  const int interval = 1 + (i * 37) % 90;
  const int past = (i * 11) % interval;
  SimulatedCard card;
  card.state = {interval * (0.6 + ((i * 7) % 10) / 10.0), 1.5 + ((i * 13) % 80) / 10.0};
  card.memory.reviews = card.memory.repetitions = 3;
  card.memory.interval = interval;
  card.memory.stability = card.state.stability;
  card.memory.difficulty = card.state.difficulty;
  card.memory.last = first_day - std::chrono::days{past};
  card.memory.due = first_day + std::chrono::days{interval - past};
  card.seed = static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15U;
  return card;
}

inline SimulationPlan plan_of(const Parameters& parameters, int begun, int fresh, int days) {
  SimulationPlan plan;
  plan.today = first_day;
  plan.days = days;
  plan.rules = {rule_of(parameters)};
  for (int i = 0; i < begun; ++i) plan.cards.push_back(begun_card(i));
  plan.fresh.assign(static_cast<std::size_t>(fresh), 0);
  return plan;
}

// FSRS without what the crate's simulator does not have.
inline Parameters plain_fsrs(double retention) {
  Parameters parameters;
  parameters.scheduler = "fsrs";
  parameters.retention = retention;
  parameters.fuzz = parameters.ordered = false;
  return parameters;
}

}  // namespace ebb
