// The kernels: against the model in doubles, against finite differences, and against each other.
#include "train/kernels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "train/made_log.hpp"
#include "train/objective.hpp"
#include "train/training_set.hpp"

using namespace ebb;

namespace {

// The weighted log loss of all items, card by card, by the functions of include/ebb/schedule/fsrs.hpp.
double plain_loss(const Histories& histories, const std::vector<float>& weights, const FsrsWeights& w) {
  double loss = 0;
  for (std::size_t card = 0; card < histories.cards(); ++card) {
    FsrsState state;
    bool first = true;
    for (const Answered& answer : histories.of(card)) {
      const auto grade = static_cast<Grade>(answer.grade);
      const auto days = static_cast<int>(answer.days);
      if (!first && weights[answer.order] > 0) {
        const double chance = std::clamp(retrievability(w, days, state.stability), 1e-7, 1 - 1e-7);
        loss -= static_cast<double>(weights[answer.order]) * std::log(answer.grade > 1 ? chance : 1 - chance);
      }
      state = first ? first_fsrs_state(w, grade) : next_fsrs_state(w, state, grade, days);
      first = false;
    }
  }
  return loss;
}

struct Case {
  AnswerLog log = testing::made_log(11, 300, 400);
  Histories histories = histories_of(log, log.size());
  TrainingSet set = training_set(histories);
  Lanes lanes = pack_lanes(histories, set.weights, 256, 1);
};

FsrsWeights moved_weights(std::uint64_t seed) {
  Dice dice(seed);
  FsrsWeights w = default_fsrs_weights();
  for (double& weight : w) weight *= 0.7 + 0.6 * testing::fraction(dice);
  w[7] = 0.1;
  return clipped_weights(w);
}

Objective::Value value_of(const Lanes& lanes, const Kernel& kernel, const FsrsWeights& weights) {
  Objective objective(lanes, kernel, weights);  // begun here: no pull
  Objective::Value all;
  for (const BlockRange& range : objective.ranges(1)) {
    const Objective::Value one = objective.of(range, weights);
    all.loss += one.loss;
    for (std::size_t i = 0; i < one.slope.size(); ++i) all.slope[i] += one.slope[i];
  }
  return all;
}

}  // namespace

TEST_CASE("the loss of a kernel is that of the model") {
  const Case a;
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const FsrsWeights w = moved_weights(seed);
    const double plain = plain_loss(a.histories, a.set.weights, w);
    REQUIRE(plain > 100);
    CHECK(value_of(a.lanes, *kernels_here().front(), w).loss == doctest::Approx(plain).epsilon(2e-6));
  }
}

TEST_CASE("the gradient is what finite differences of the model say, to 1e-4") {
  const Case a;
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    const FsrsWeights w = moved_weights(seed);
    const FsrsWeights slope = value_of(a.lanes, *kernels_here().front(), w).slope;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const double step = 1e-6 * std::max(0.1, std::abs(w[i]));
      FsrsWeights low = w, high = w;
      low[i] -= step;
      high[i] += step;
      const double difference =
          (plain_loss(a.histories, a.set.weights, high) - plain_loss(a.histories, a.set.weights, low)) / (2 * step);
      CAPTURE(seed);
      CAPTURE(i);
      CHECK(std::abs(slope[i] - difference) <= 1e-4 * std::max(10.0, std::abs(difference)));
    }
  }
}

TEST_CASE("every weight has a part in the loss of a made log") {
  const Case a;
  const FsrsWeights slope = value_of(a.lanes, *kernels_here().front(), moved_weights(2)).slope;
  for (const double one : slope) CHECK(std::abs(one) > 1e-3);
}

TEST_CASE("all kernels give the same bits") {
  const Case a;
  const FsrsWeights w = moved_weights(9);
  const Objective::Value widest = value_of(a.lanes, *kernels_here().front(), w);
  for (const Kernel* kernel : kernels_here()) {
    const Objective::Value value = value_of(a.lanes, *kernel, w);
    CAPTURE(kernel->name);
    CHECK(value.loss == widest.loss);
    CHECK(value.slope == widest.slope);
  }
}

TEST_CASE("there is always a kernel, and the narrowest needs nothing") {
  REQUIRE_FALSE(kernels_here().empty());
  CHECK(kernels_here().back()->name == "baseline");
}

TEST_CASE("predictions are the model's chances, before every answer") {
  const Case a;
  const FsrsWeights w = moved_weights(4);
  std::size_t compared = 0;
  for (const LaneBlock& block : a.lanes.blocks) {
    std::vector<LaneRow> rows(block.length);
    kernels_here().front()->predict(kernel_weights(w), &a.lanes.steps[block.step], block.length, rows.data());
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if (block.cards[lane] == no_card) continue;
      const auto answers = a.histories.of(block.cards[lane]);
      FsrsState state = first_fsrs_state(w, static_cast<Grade>(answers[0].grade));
      for (std::size_t i = 1; i < std::min<std::size_t>(answers.size(), block.length); ++i) {
        const auto days = static_cast<int>(answers[i].days);
        REQUIRE(static_cast<double>(rows[i].lane[lane]) ==
                doctest::Approx(retrievability(w, days, state.stability)).epsilon(2e-5));
        state = next_fsrs_state(w, state, static_cast<Grade>(answers[i].grade), days);
        ++compared;
      }
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("extremes stay finite: long waits, many failures, the ends of the ranges") {
  AnswerLog log;
  for (std::uint64_t card = 0; card < 40; ++card)
    for (int i = 0; i < 60; ++i)
      log.add(card, i * static_cast<int>(card * card * 20),
              static_cast<Grade>(1 + (i * 7 + static_cast<int>(card)) % 4));
  const Histories histories = histories_of(log, log.size());
  const Lanes lanes = pack_lanes(histories, every_item(histories), 256, 1);
  for (const bool high : {false, true}) {
    FsrsWeights w{};
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = high ? fsrs_range(i).high : fsrs_range(i).low;
    const Objective::Value value = value_of(lanes, *kernels_here().front(), w);
    CHECK(std::isfinite(value.loss));
    for (const double one : value.slope) CHECK(std::isfinite(one));
  }
}
