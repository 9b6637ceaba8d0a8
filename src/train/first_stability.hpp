// The first four weights, fitted to the first wait of every card before anything else is trained.
#pragma once
#include <array>
#include <cstdint>

#include "ebb/schedule/fsrs.hpp"
#include "train/first_items.hpp"

namespace ebb {

using FirstStabilities = std::array<double, 4>;  // by first grade; 0: not known
using FirstCounts = std::array<std::uint32_t, 4>;

// How many cards each first grade has.
FirstCounts counts_of(const Kept& kept);
// The stability that fits the waits after one first grade (0 Again .. 3 Easy); 0 without waits. `mean_recall` is the
// share of all items that were recalled; it counts as one more card of each group.
double fitted_stability(const std::vector<FirstGroup>& groups, std::size_t grade, double mean_recall);
// Makes the stabilities rise with the grade, and fills in the grades that have no cards.
FirstStabilities smoothed(FirstStabilities stabilities, const FirstCounts& counts);

}  // namespace ebb
