// What training makes small: the weighted log loss of all items, and the pull towards where training began.
#pragma once
#include <cstddef>
#include <vector>

#include "train/kernels.hpp"
#include "train/lanes.hpp"

namespace ebb {

// Neighbouring blocks: `begin` to before `end`.
struct BlockRange {
  std::size_t begin = 0, end = 0;
  std::size_t items = 0;  // predictions in them
};

// How far each weight usually lies from its default among many people: the unit of the pull and of every step.
const FsrsWeights& usual_spread();

class Objective {
 public:
  // `lanes` must outlive it.
  Objective(const Lanes& lanes, const Kernel& kernel, const FsrsWeights& start);

  struct Value {
    double loss = 0;
    FsrsWeights slope{};
  };
  // The loss of some blocks and its gradient, with their share of the pull.
  Value of(const BlockRange& range, const FsrsWeights& weights);
  // The loss alone, which is cheaper.
  double loss_of_range(const BlockRange& range, const FsrsWeights& weights);
  // Ranges of at least `least` items each (the last may have fewer), in order.
  std::vector<BlockRange> ranges(std::size_t least) const;
  std::size_t items() const { return items_; }
  // Items evaluated so far, each as often as it was: how far training is.
  std::size_t evaluated() const { return evaluated_; }

 private:
  double share_of(const BlockRange& range) const;
  double pull(const FsrsWeights& weights) const;
  const Lanes& lanes_;
  const Kernel& kernel_;
  const FsrsWeights start_;
  std::size_t items_ = 0, evaluated_ = 0;
  std::vector<LaneRow> room_;
};

}  // namespace ebb
