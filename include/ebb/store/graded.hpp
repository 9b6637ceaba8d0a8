// The newest answers with the chance that each had: what a coach goes by.
#pragma once
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// An answer a day or more after the one before.
struct GradedBefore {
  double chance = 0;   ///< that the card would be remembered, by the schedule that it had then
  Quality quality = Quality::good;
  Quality before = Quality::good;  ///< the last answer of the day before it
};
/// The newest live answers of this kind, at most `count`; cram left out. Reads as many cards' histories, whatever the size of
/// the log.
std::vector<GradedBefore> newest_graded(Collection& collection, int count);

}  // namespace ebb
