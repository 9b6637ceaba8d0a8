// How ready somebody is for an exam: what was seen, what is still new, what will be remembered that morning.
#pragma once
#include "ebb/simulate/simulate.hpp"

namespace ebb {

/// The standing of a deck before its exam.
struct Readiness {
  Day exam;
  Day window;                ///< the first of the days in which everything is seen once more
  int begun = 0, fresh = 0;  ///< cards
  int seen = 0;              ///< of the begun: seen in the window
  double untouched_recall =
      0;                  ///< the mean chance to remember on exam day of the cards begun, with no more reviews; 0..1
  int begun_by_then = 0;  ///< cards begun by the exam if every day is done, as simulated
  int seen_by_then = 0;   ///< of these: seen in the window
  double recall = 0;      ///< their mean chance to remember on exam day; 0..1
};

/// Plays the days up to the exam. On exam day and after it, nothing is played: what is, is judged as of exam day, or
/// as of today where it is over. `plan.days` is not looked at.
Readiness exam_readiness(SimulationPlan plan, Day exam, int window);

}  // namespace ebb
