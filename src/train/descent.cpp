// Adam (Kingma, Ba 2015) with the rate falling along half a cosine, and every step clipped to the ranges.
#include "train/descent.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/shuffle.hpp"

namespace ebb {
namespace {

constexpr std::uint64_t batch_seed = 2023;
constexpr std::size_t most_batches = 400;

// A step is proportional to the root of the weight's spread: with one rate for all, stabilities of days and exponents
// of hundredths would move by the same amount (docs/training.md has what that costs).
FsrsWeights units() {
  FsrsWeights unit = usual_spread();
  for (double& one : unit) one = std::sqrt(one / 0.4);
  return unit;
}

class Adam {
 public:
  void step(FsrsWeights& weights, const FsrsWeights& slope, double rate) {
    constexpr double first = 0.8, second = 0.99;
    first_left_ *= first;
    second_left_ *= second;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      mean_[i] = first * mean_[i] + (1 - first) * slope[i];
      square_[i] = second * square_[i] + (1 - second) * slope[i] * slope[i];
      const double size = std::sqrt(square_[i] / (1 - second_left_));
      weights[i] -= rate * unit_[i] * (mean_[i] / (1 - first_left_)) / (size + 1e-8);
    }
  }

 private:
  const FsrsWeights unit_ = units();
  FsrsWeights mean_{}, square_{};
  double first_left_ = 1, second_left_ = 1;
};

}  // namespace

FsrsWeights descend(Objective& objective, FsrsWeights weights, const Descent& descent, const Step& step) {
  auto batches = objective.ranges(std::max(descent.batch_items, objective.items() / most_batches));
  Adam adam;
  Dice dice(batch_seed);
  const double steps = static_cast<double>(batches.size()) * descent.epochs;
  double done = 0;
  for (int epoch = 0; epoch < descent.epochs; ++epoch) {
    dice.shuffle(batches);
    for (const BlockRange& batch : batches) {
      const double rate = descent.rate * (1 + std::cos(std::numbers::pi * done++ / steps)) / 2;
      adam.step(weights, objective.of(batch, weights).slope, rate);
      weights = clipped_weights(weights, descent.relearning_steps);
      if (!step()) return weights;
    }
  }
  return weights;
}

}  // namespace ebb
