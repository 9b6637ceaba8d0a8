// What a kernel computes for one block of cards, and the kernels there are: one for each width of the processor.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ebb/schedule/fsrs.hpp"
#include "train/lanes.hpp"

namespace ebb {

// The weights as the kernels take them, with what all cards share.
struct KernelWeights {
  float w[21];
  float factor;               // of the forgetting curve
  float factor_slope;         // d factor / d w20, by factor
  float first_difficulty[4];  // clamped
  float aim;                  // where difficulty reverts to: that of Easy, not clamped
  float cap;                  // exp(-w17 w18): a failure leaves at most this share of the stability
};
KernelWeights kernel_weights(const FsrsWeights& weights);

// What the kernels sum up; `gradient_of` makes the gradient of it. Each has a sum for every lane, so that the order of
// additions, and with it every bit, is the same for all widths.
enum Sum : std::size_t {
  sum_first_stability = 0,   // four, by grade
  sum_first_difficulty = 4,  // four, by grade
  sum_revert = 8,
  sum_damp,
  sum_mix,
  sum_grow,
  sum_grow_log,
  sum_grow_miss,
  sum_hard,
  sum_easy,
  sum_fail,
  sum_fail_difficulty,
  sum_fail_stability,
  sum_fail_miss,
  sum_cap,
  sum_same,
  sum_same_grade,
  sum_same_log,
  sum_decay,
  sum_loss,  // of weight times the log of the chance given to what happened
  sum_end
};
struct alignas(64) Sums {
  float of[sum_end][lane_count];
};
FsrsWeights gradient_of(const Sums& sums, const FsrsWeights& weights);
// The weighted log loss.
double loss_of(const Sums& sums);

// Room for what the way forward leaves for the way back: this many vectors of lanes a step.
inline constexpr std::size_t kept_per_step = 12;
struct alignas(64) LaneRow {
  float lane[lane_count];
};

struct Kernel {
  std::string_view name;
  bool (*runs_here)();
  // Adds the gradient of the weighted log loss of a block to `sums`; `room` has `kept_per_step` rows a step.
  void (*learn)(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, LaneRow* room, Sums& sums);
  // Adds the weighted log loss of a block to `sums`, without its gradient: a third of the work.
  void (*lose)(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, Sums& sums);
  // The chance to remember before each answer of a block: a row a step; the first row is 1.
  void (*predict)(const KernelWeights& weights, const LaneStep* steps, std::uint32_t length, LaneRow* chances);
};

extern const Kernel kernel_baseline;
extern const Kernel kernel_avx2;
extern const Kernel kernel_avx512;

// The kernels that run on this processor, the widest first.
std::span<const Kernel* const> kernels_here();

}  // namespace ebb
