// BFGS with a good beginning: the first curvature is the scatter of the gradients of single blocks (the empirical
// Fisher information), which one pass over the items gives for nothing.
#include "train/polish.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "train/square.hpp"

namespace ebb {
namespace {

constexpr double first_step = 0.7;    // the scatter of weighted gradients says too little of the curvature
constexpr double damping = 0.2;       // added to its diagonal, by the diagonal
constexpr double longest_step = 0.5;  // of any weight, in units of its spread

struct Point {
  FsrsWeights weights{};
  double loss = 0;
  FsrsWeights slope{};
};

void add(Point& point, const Objective::Value& value) {
  point.loss += value.loss;
  for (std::size_t i = 0; i < value.slope.size(); ++i) point.slope[i] += value.slope[i];
}

// Weights at the end of their range that the slope would push beyond it do not move.
std::array<bool, 21> held(const Point& point, int relearning_steps) {
  FsrsWeights there = point.weights;
  for (std::size_t i = 0; i < there.size(); ++i) there[i] -= std::copysign(1e-6, point.slope[i]);
  there = clipped_weights(there, relearning_steps);
  std::array<bool, 21> holds{};
  for (std::size_t i = 0; i < there.size(); ++i) holds[i] = std::abs(there[i] - point.weights[i]) < 0.5e-6;
  return holds;
}

class Polisher {
 public:
  Polisher(Objective& objective, const Polish& polish)
      : objective_(objective), polish_(polish), ranges_(objective.ranges(8192)) {}

  Point first(const FsrsWeights& weights) {
    Point point{weights};
    Square scatter{};
    for (const BlockRange& block : objective_.ranges(1)) {
      const Objective::Value value = objective_.of(block, weights);
      add(point, value);
      add_product(scatter, value.slope);
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
      scatter[i][i] += 2 / (usual_spread()[i] * usual_spread()[i]);
      scatter[i][i] *= 1 + damping;
    }
    inverse_ = inverse_of(scatter);
    for (auto& row : inverse_)
      for (double& cell : row) cell *= first_step;
    return point;
  }

  Point at(const FsrsWeights& weights) {
    Point point{weights};
    for (const BlockRange& range : ranges_) add(point, objective_.of(range, weights));
    return point;
  }

  double loss_at(const FsrsWeights& weights) {
    double loss = 0;
    for (const BlockRange& range : ranges_) loss += objective_.loss_of_range(range, weights);
    return loss;
  }

  FsrsWeights next(const Point& point) const {
    const auto holds = held(point, polish_.relearning_steps);
    FsrsWeights slope = point.slope;
    for (std::size_t i = 0; i < slope.size(); ++i)
      if (holds[i]) slope[i] = 0;
    FsrsWeights move = times(inverse_, slope);
    double longest = 0;
    for (std::size_t i = 0; i < move.size(); ++i)
      if (!holds[i]) longest = std::max(longest, std::abs(move[i]) / usual_spread()[i]);
    const double share = std::min(1.0, longest_ / std::max(longest, 1e-12));
    FsrsWeights weights = point.weights;
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (!holds[i]) weights[i] -= share * move[i];
    return clipped_weights(weights, polish_.relearning_steps);
  }

  void learn(const Point& from, const Point& to) {
    FsrsWeights moved{}, bent{};
    for (std::size_t i = 0; i < moved.size(); ++i) {
      moved[i] = to.weights[i] - from.weights[i];
      bent[i] = to.slope[i] - from.slope[i];
    }
    update_inverse(inverse_, moved, bent);
  }

  void shorten() { longest_ /= 4; }

 private:
  Objective& objective_;
  const Polish& polish_;
  const std::vector<BlockRange> ranges_;
  Square inverse_{};
  double longest_ = longest_step;
};

}  // namespace

FsrsWeights polished(Objective& objective, const FsrsWeights& weights, const Polish& polish, const Step& step) {
  Polisher polisher(objective, polish);
  Point best = polisher.first(weights);
  for (int round = 1; round < polish.rounds && step(); ++round) {
    const Point point = polisher.at(polisher.next(best));
    polisher.learn(best, point);
    if (point.loss < best.loss)
      best = point;
    else
      polisher.shorten();
  }
  const FsrsWeights last = polisher.next(best);  // nothing follows it: its slope is not needed
  if (step() && polisher.loss_at(last) < best.loss) best.weights = last;
  return best.weights;
}

}  // namespace ebb
