// Predictions: FSRS by the widest kernel, SM-2 card by card.
#include <algorithm>
#include <cmath>

#include "ebb/train/evaluate.hpp"
#include "train/kernels.hpp"
#include "train/training_set.hpp"

namespace ebb {
namespace {

constexpr std::uint32_t no_item = 0xffffffffU;

// As the benchmark has it: the ease moves on failures too, and nothing is rounded.
class BenchmarkSm2 {
 public:
  void answer(unsigned grade) {
    repetitions_ = grade > 1 ? repetitions_ + 1 : 1;
    interval_ = repetitions_ == 1 ? 1 : repetitions_ == 2 ? 6 : interval_ * ease_;
    interval_ = std::clamp(interval_, 0.001, 36500.0);
    const double quality = grade + 1;
    ease_ = std::clamp(ease_ - 0.02 * (quality - 7) * (quality - 7) + 0.18, 1.3, 10.0);
  }
  double chance(double days) const { return std::pow(0.9, days / interval_); }

 private:
  double interval_ = 0, ease_ = 2.5;
  int repetitions_ = 0;
};

}  // namespace

struct Judge::Inside {
  Histories histories;
  Lanes lanes;
  std::vector<Item> items;
  std::vector<std::uint32_t> item_at;  // by place in the log
};

Judge::Judge(const AnswerLog& log) : inside_(std::make_unique<Inside>()) {
  Inside& in = *inside_;
  in.histories = histories_of(log, log.size());
  const std::vector<float> marks = every_item(in.histories);
  const TrainingSet set = training_set(in.histories);
  in.lanes = pack_lanes(in.histories, marks, log.size(), 0);
  in.item_at.assign(log.size(), no_item);
  for (std::uint32_t i = 0; i < log.size(); ++i) {
    if (marks[i] <= 0) continue;
    in.item_at[i] = static_cast<std::uint32_t>(in.items.size());
    in.items.push_back({.answer = i, .weight = set.weights[i]});
  }
  for (std::size_t card = 0; card < in.histories.cards(); ++card) {
    std::uint32_t nth = 0, lapses = 0;
    for (const Answered& answer : in.histories.of(card)) {
      if (!is_item(answer)) continue;
      Item& item = in.items[in.item_at[answer.order]];
      item.days = answer.days;
      item.nth = ++nth;
      item.lapses = lapses;
      item.recalled = answer.grade > 1;
      lapses += !item.recalled;
    }
  }
}

Judge::~Judge() = default;

const std::vector<Item>& Judge::items() const {
  return inside_->items;
}

std::vector<double> Judge::fsrs(const FsrsWeights& weights) const {
  const Inside& in = *inside_;
  const Kernel& kernel = *kernels_here().front();
  const KernelWeights constants = kernel_weights(weights);
  std::vector<double> chances(in.items.size());
  std::vector<LaneRow> rows;
  for (const LaneBlock& block : in.lanes.blocks) {
    rows.resize(block.length);
    kernel.predict(constants, &in.lanes.steps[block.step], block.length, rows.data());
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if (block.cards[lane] == no_card) continue;
      const auto answers = in.histories.of(block.cards[lane]);
      for (std::size_t i = 0; i < std::min<std::size_t>(answers.size(), block.length); ++i)
        if (is_item(answers[i])) chances[in.item_at[answers[i].order]] = static_cast<double>(rows[i].lane[lane]);
    }
  }
  return chances;
}

std::vector<double> Judge::sm2() const {
  const Inside& in = *inside_;
  std::vector<double> chances(in.items.size());
  for (std::size_t card = 0; card < in.histories.cards(); ++card) {
    BenchmarkSm2 sm2;
    const auto answers = in.histories.of(card);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (is_item(answers[i])) chances[in.item_at[answers[i].order]] = sm2.chance(answers[i].days);
      if (i == 0 || is_item(answers[i])) sm2.answer(answers[i].grade);
    }
  }
  return chances;
}

}  // namespace ebb
