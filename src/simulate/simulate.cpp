// A plan played day by day, and its sums.
#include "ebb/simulate/simulate.hpp"

#include <algorithm>

#include "simulate/player.hpp"

namespace ebb {

Simulation simulate(const SimulationPlan& plan) {
  Player player(plan);
  Simulation simulation;
  for (int offset = 0; offset < plan.days; ++offset) simulation.days.push_back(player.play(offset));
  simulation.cards = player.take_cards();
  return simulation;
}

SimulationTotal total(const Simulation& simulation, std::size_t first, std::size_t last) {
  SimulationTotal sum;
  for (std::size_t i = first; i < std::min(last, simulation.days.size()); ++i) {
    const SimulatedDay& day = simulation.days[i];
    sum.reviews += day.reviews;
    sum.fresh += day.fresh;
    sum.answers += day.answers;
    sum.forgotten += day.forgotten;
    sum.seconds += day.seconds;
    sum.remembered = day.remembered;
    sum.begun = day.begun;
    sum.most_reviews = std::max(sum.most_reviews, day.reviews);
  }
  return sum;
}

}  // namespace ebb
