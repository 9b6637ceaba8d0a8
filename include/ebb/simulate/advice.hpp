// Which retention costs the least work for what is remembered, by playing the days to come at each.
#pragma once
#include <algorithm>
#include <vector>

#include "ebb/simulate/simulate.hpp"

namespace ebb {

/// What one retention comes to.
struct RetentionPoint {
  double retention = 0.9;
  double seconds = 0;     ///< of all days
  double reviews = 0;     ///< of all days
  double remembered = 0;  ///< on the last evening
  double untouched = 0;   ///< remembered then if nothing were reviewed from today on
  /// Seconds of work for each card that is remembered because of it: what is compared.
  double seconds_per_card() const { return seconds / std::max(remembered - untouched, 1.0); }
};

/// The curve and its lowest point.
struct RetentionAdvice {
  std::vector<RetentionPoint> curve;  ///< 0.70, 0.72, … 0.98
  std::size_t best = 0;               ///< the least work for each card remembered
  std::size_t low = 0, high = 0;      ///< the points about it that cost at most 5 % more
};

/// Plays `plan` under FSRS at each retention; the other settings of its rules are kept. The fewer cards there are, the
/// more often each is played, on other luck, and the mean is taken. `plan` must have cards, begun or new.
RetentionAdvice advise_retention(SimulationPlan plan);

}  // namespace ebb
