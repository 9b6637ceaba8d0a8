// The first part of training: Adam over batches of cards, which gets near from anywhere.
#pragma once
#include <functional>

#include "train/objective.hpp"

namespace ebb {

// Called after each step; returns false to stop.
using Step = std::function<bool()>;

struct Descent {
  int epochs = 2;
  std::size_t batch_items = 512;  // at least, and at most 400 batches an epoch
  double rate = 0.015;            // of the first step, in units of the spread
  int relearning_steps = 1;
};

// Descends from `weights`; stops early when told to.
FsrsWeights descend(Objective& objective, FsrsWeights weights, const Descent& descent, const Step& step);

}  // namespace ebb
