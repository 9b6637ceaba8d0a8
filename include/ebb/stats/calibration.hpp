// How well the chances that a model gave agree with what was remembered.
#pragma once
#include <span>

#include "ebb/stats/table.hpp"

namespace ebb {

/// An answer that was foretold.
struct Foretold {
  int days = 0;       ///< since the card's last answer
  double chance = 0;  ///< that it would be remembered, 0..1
  bool recalled = false;
};

/// Chances in steps of five percent: foretold on average, and remembered.
StatsTable calibration_table(std::span<const Foretold> answers);
/// The forgetting curve: by days since the last answer, remembered and foretold.
StatsTable forgetting_table(std::span<const Foretold> answers);

}  // namespace ebb
