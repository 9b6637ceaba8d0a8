// What is trained on: the kept items with their weights in the loss, and the weights that descent begins with.
#pragma once
#include <vector>

#include "ebb/schedule/fsrs.hpp"
#include "train/first_stability.hpp"
#include "train/histories.hpp"

namespace ebb {

struct TrainingSet {
  std::vector<float> weights;   // one for each answer; 0: no item, or left out
  FsrsWeights start{};          // the published weights, with the first stabilities fitted
  FirstCounts counts{};         // cards by first grade
  std::size_t items = 0;        // before the outlier filter
  std::size_t used = 0;         // after it
  std::size_t first_items = 0;  // used ones that are a card's first
};

TrainingSet training_set(const Histories& histories);
// One for every item of the log, whatever it is like: for judging weights.
std::vector<float> every_item(const Histories& histories);

}  // namespace ebb
