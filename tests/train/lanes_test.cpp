// Packing sixteen cards side by side, and the small algebra of the quasi-Newton steps.
#include "train/lanes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "train/made_log.hpp"
#include "train/square.hpp"
#include "train/training_set.hpp"

using namespace ebb;

TEST_CASE("every item stands in exactly one lane, under its own days, grade and weight") {
  const AnswerLog log = testing::made_log(2, 150, 250);
  const Histories histories = histories_of(log, log.size());
  const TrainingSet set = training_set(histories);
  const Lanes lanes = pack_lanes(histories, set.weights, 256, 7);
  std::size_t items = 0;
  std::set<std::uint32_t> cards;
  for (const LaneBlock& block : lanes.blocks) {
    std::size_t here = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const bool empty = block.cards[lane] == no_card;
      const auto answers = empty ? std::span<const Answered>{} : histories.of(block.cards[lane]);
      if (!empty) CHECK(cards.insert(block.cards[lane]).second);
      for (std::uint32_t i = 0; i < block.length; ++i) {
        const LaneStep& step = lanes.steps[block.step + i];
        here += step.weight[lane] > 0;
        if (step.weight[lane] <= 0) continue;
        REQUIRE(i < answers.size());
        REQUIRE(step.weight[lane] == set.weights[answers[i].order]);
        REQUIRE(step.days[lane] == static_cast<float>(answers[i].days));
        REQUIRE(step.grade[lane] == static_cast<float>(answers[i].grade));
      }
    }
    CHECK(here == block.items);
    items += here;
  }
  CHECK(items == set.used);
}

TEST_CASE("cards of a block are of about equal length, and blocks are in no order of length") {
  const AnswerLog log = testing::made_log(2, 600, 250);
  const Histories histories = histories_of(log, log.size());
  const Lanes lanes = pack_lanes(histories, every_item(histories), 256, 7);
  REQUIRE(lanes.blocks.size() > 20);
  CHECK_FALSE(std::is_sorted(lanes.blocks.begin(), lanes.blocks.end(),
                             [](const LaneBlock& a, const LaneBlock& b) { return a.length < b.length; }));
  const std::size_t rows = lanes.steps.size() * lane_count;
  CHECK(static_cast<double>(log.size()) / static_cast<double>(rows) > 0.8);
}

TEST_CASE("a log without an item packs into nothing") {
  AnswerLog log;
  log.add(1, 0, Grade::good);
  const Histories histories = histories_of(log, log.size());
  CHECK(pack_lanes(histories, every_item(histories), 256, 7).blocks.empty());
}

TEST_CASE("an inverse times its matrix is the unit matrix") {
  Dice dice(4);
  Square square{};
  for (int i = 0; i < 40; ++i) {
    FsrsWeights v{};
    for (double& one : v) one = testing::fraction(dice) - 0.5;
    add_product(square, v);
  }
  const Square inverse = inverse_of(square);
  for (std::size_t i = 0; i < 21; ++i) {
    const FsrsWeights product = times(square, inverse[i]);
    for (std::size_t j = 0; j < 21; ++j) CHECK(product[j] == doctest::Approx(i == j ? 1.0 : 0.0).epsilon(1e-9));
  }
}

TEST_CASE("an update makes the inverse map the change of slope to the move") {
  Square inverse{};
  for (std::size_t i = 0; i < 21; ++i) inverse[i][i] = 1;
  FsrsWeights moved{}, bent{};
  moved[0] = 1, moved[3] = -2, bent[0] = 4, bent[3] = -1;
  update_inverse(inverse, moved, bent);
  const FsrsWeights mapped = times(inverse, bent);
  for (std::size_t i = 0; i < 21; ++i) CHECK(mapped[i] == doctest::Approx(moved[i]));
  const Square before = inverse;
  update_inverse(inverse, moved, FsrsWeights{});  // no curvature along the move: left alone
  CHECK(inverse == before);
}
