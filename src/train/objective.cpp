// One call of the kernel a block, summed up in single precision over a range and in double beyond it.
#include "train/objective.hpp"

#include <algorithm>

namespace ebb {
namespace {

constexpr FsrsWeights spread{6.43, 9.66, 17.58, 27.85, .57, .28,  .6,  .12, .39, .18, .33,
                             .3,   .09,  .16,   .57,   .25, 1.03, .31, .32, .14, .27};

}  // namespace

const FsrsWeights& usual_spread() {
  return spread;
}

Objective::Objective(const Lanes& lanes, const Kernel& kernel, const FsrsWeights& start)
    : lanes_(lanes), kernel_(kernel), start_(start) {
  std::uint32_t longest = 0;
  for (const LaneBlock& block : lanes.blocks) {
    longest = std::max(longest, block.length);
    items_ += block.items;
  }
  room_.resize(longest * kept_per_step);
}

Objective::Value Objective::of(const BlockRange& range, const FsrsWeights& weights) {
  const KernelWeights constants = kernel_weights(weights);
  Sums sums{};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const LaneBlock& block = lanes_.blocks[i];
    kernel_.learn(constants, &lanes_.steps[block.step], block.length, room_.data(), sums);
  }
  evaluated_ += range.items;
  Value value{loss_of(sums), gradient_of(sums, weights)};
  const double share = share_of(range);
  value.loss += share * pull(weights);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double away = (weights[i] - start_[i]) / spread[i];
    value.slope[i] += share * 2 * away / spread[i];
  }
  return value;
}

double Objective::loss_of_range(const BlockRange& range, const FsrsWeights& weights) {
  const KernelWeights constants = kernel_weights(weights);
  Sums sums{};
  for (std::size_t i = range.begin; i < range.end; ++i)
    kernel_.lose(constants, &lanes_.steps[lanes_.blocks[i].step], lanes_.blocks[i].length, sums);
  evaluated_ += range.items;
  return loss_of(sums) + share_of(range) * pull(weights);
}

double Objective::share_of(const BlockRange& range) const {
  return static_cast<double>(range.items) / static_cast<double>(items_);
}

double Objective::pull(const FsrsWeights& weights) const {
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double away = (weights[i] - start_[i]) / spread[i];
    sum += away * away;
  }
  return sum;
}

std::vector<BlockRange> Objective::ranges(std::size_t least) const {
  std::vector<BlockRange> all;
  BlockRange range;
  for (std::size_t i = 0; i < lanes_.blocks.size(); ++i) {
    range.items += lanes_.blocks[i].items;
    range.end = i + 1;
    if (range.items < least && range.end < lanes_.blocks.size()) continue;
    all.push_back(range);
    range = {i + 1, i + 1, 0};
  }
  return all;
}

}  // namespace ebb
