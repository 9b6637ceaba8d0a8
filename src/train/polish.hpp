// The second part of training: a few steps of a quasi-Newton method on all items at once, to the bottom.
#pragma once
#include "train/descent.hpp"

namespace ebb {

struct Polish {
  int rounds = 4;  // evaluations of all items after the first
  int relearning_steps = 1;
};

// Improves `weights`; what it returns is never worse than what it was given.
FsrsWeights polished(Objective& objective, const FsrsWeights& weights, const Polish& polish, const Step& step);

}  // namespace ebb
