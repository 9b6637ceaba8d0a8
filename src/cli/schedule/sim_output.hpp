// The ways to write what a simulation came to.
#pragma once
#include <string>
#include <vector>

#include "cli/program/looks.hpp"
#include "cli/schedule/sim_variants.hpp"
#include "ebb/simulate/advice.hpp"

namespace ebb {

// A variant, played.
struct PlayedVariant {
  std::string name;
  const SimulationPlan* plan;
  Simulation simulation;
};

// One run by weeks, or more of them side by side.
std::string sim_text(const std::vector<PlayedVariant>& played, const Looks& looks);
std::string sim_json(const std::vector<PlayedVariant>& played);
// The curve of retentions. `now`: the retention in force, 0 if decks differ or none is scheduled by FSRS.
std::string advice_text(const RetentionAdvice& advice, const SimulationPlan& plan, double now, const Looks& looks);
std::string advice_json(const RetentionAdvice& advice, const SimulationPlan& plan, double now);

}  // namespace ebb
