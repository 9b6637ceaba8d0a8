// Cards side by side: sixteen of about equal length in a block, as the kernels read them.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "train/histories.hpp"

namespace ebb {

inline constexpr std::size_t lane_count = 16;

// One answer of sixteen cards.
struct alignas(64) LaneStep {
  float days[lane_count];    // since the answer before; 0 on the same day
  float grade[lane_count];   // 1..4; 3 where the card has ended
  float weight[lane_count];  // of the prediction of this answer in the loss; 0: not predicted
};

// Sixteen cards.
struct LaneBlock {
  std::uint32_t step = 0;                         // where its steps begin
  std::uint32_t length = 0;                       // of the longest card
  std::uint32_t items = 0;                        // predictions
  std::array<std::uint32_t, lane_count> cards{};  // `no_card` where there is none
};
inline constexpr std::uint32_t no_card = 0xffffffffU;

struct Lanes {
  std::vector<LaneStep> steps;
  std::vector<LaneBlock> blocks;
};

// Packs each card up to its last item, at most `longest` answers, leaving out cards without an item. `weights` has one
// number for each answer of the log; 0 leaves an answer out of the loss. The blocks come in an order drawn from `seed`,
// since neighbours of equal length would lead every step of the descent the same way.
Lanes pack_lanes(const Histories& histories, const std::vector<float>& weights, std::size_t longest,
                 std::uint64_t seed);

}  // namespace ebb
