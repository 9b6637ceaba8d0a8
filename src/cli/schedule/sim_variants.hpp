// What `ebb sim` plays through: the settings as they are or as the options say, and one more for each --compare.
#pragma once
#include <string>
#include <vector>

#include "cli/schedule/sim_cards.hpp"

namespace ebb {

// One run and its name.
struct SimulatedVariant {
  std::string name;  // `as it is`, `retention 0.8`
  SimulationPlan plan;
};

// --days (90 unless given, or `usual_days`), --new, --limit, --seed and the settings, then one variant a --compare.
std::vector<SimulatedVariant> variants_asked(const SimulatedCollection& cards, const Arguments& arguments,
                                             int usual_days);

}  // namespace ebb
