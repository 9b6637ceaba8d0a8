// Counting sort by length, blocks of sixteen, a shuffle, then the transposition.
#include "train/lanes.hpp"

#include <algorithm>

#include "train/shuffle.hpp"

namespace ebb {
namespace {

// Answers up to the last one with a weight; 0 if there is none.
std::vector<std::uint32_t> lengths_of(const Histories& histories, const std::vector<float>& weights,
                                      std::size_t longest) {
  std::vector<std::uint32_t> lengths(histories.cards());
  for (std::size_t card = 0; card < lengths.size(); ++card) {
    const auto answers = histories.of(card);
    std::size_t length = std::min(answers.size(), longest);
    while (length > 0 && weights[answers[length - 1].order] <= 0) --length;
    lengths[card] = static_cast<std::uint32_t>(length);
  }
  return lengths;
}

// The cards with something to predict, the shortest first.
std::vector<std::uint32_t> by_length(const std::vector<std::uint32_t>& lengths) {
  const std::uint32_t longest = lengths.empty() ? 0 : *std::max_element(lengths.begin(), lengths.end());
  std::vector<std::uint32_t> places(longest + 2, 0);
  for (const std::uint32_t length : lengths) ++places[length + 1];
  const std::uint32_t without = longest == 0 ? static_cast<std::uint32_t>(lengths.size()) : places[1];
  places[1] = 0;
  for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
  std::vector<std::uint32_t> cards(lengths.size() - without);
  for (std::uint32_t card = 0; card < lengths.size(); ++card)
    if (lengths[card] > 0) cards[places[lengths[card]]++] = card;
  return cards;
}

std::vector<LaneBlock> blocks_of(const std::vector<std::uint32_t>& cards, const std::vector<std::uint32_t>& lengths,
                                 std::uint64_t seed) {
  std::vector<LaneBlock> blocks((cards.size() + lane_count - 1) / lane_count);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    blocks[i].cards.fill(no_card);
    const std::size_t begin = i * lane_count, end = std::min(cards.size(), begin + lane_count);
    std::copy(cards.begin() + static_cast<std::ptrdiff_t>(begin), cards.begin() + static_cast<std::ptrdiff_t>(end),
              blocks[i].cards.begin());
    blocks[i].length = lengths[cards[end - 1]];
  }
  Dice(seed).shuffle(blocks);
  std::uint32_t step = 0;
  for (LaneBlock& block : blocks) {
    block.step = step;
    step += block.length;
  }
  return blocks;
}

// Writes one card down its lane; returns how many items it has.
std::uint32_t fill_lane(LaneStep* steps, std::size_t lane, std::uint32_t length, std::span<const Answered> answers,
                        const std::vector<float>& weights) {
  std::uint32_t items = 0, at = 0;
  const std::uint32_t own = std::min(length, static_cast<std::uint32_t>(answers.size()));
  for (; at < own; ++at) {
    const float weight = weights[answers[at].order];
    steps[at].days[lane] = static_cast<float>(answers[at].days);
    steps[at].grade[lane] = static_cast<float>(answers[at].grade);
    steps[at].weight[lane] = weight;
    items += weight > 0;
  }
  for (; at < length; ++at) steps[at].grade[lane] = 3;  // days and weight are 0
  return items;
}

}  // namespace

Lanes pack_lanes(const Histories& histories, const std::vector<float>& weights, std::size_t longest,
                 std::uint64_t seed) {
  const auto lengths = lengths_of(histories, weights, longest);
  Lanes lanes;
  lanes.blocks = blocks_of(by_length(lengths), lengths, seed);
  if (!lanes.blocks.empty()) lanes.steps.resize(lanes.blocks.back().step + lanes.blocks.back().length);
  for (LaneBlock& block : lanes.blocks) {
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const std::uint32_t card = block.cards[lane];
      const auto answers = card == no_card ? std::span<const Answered>{} : histories.of(card).first(lengths[card]);
      block.items += fill_lane(&lanes.steps[block.step], lane, block.length, answers, weights);
    }
  }
  return lanes;
}

}  // namespace ebb
