// The memory model FSRS-6: stability, difficulty and retrievability as pure functions of 21 weights.
// Formulas and ranges: shared by py-fsrs 6.3.2 and fsrs-rs 6.6.2; see docs/schedulers.md.
#pragma once
#include <array>
#include <optional>
#include <span>

#include "ebb/core/grade.hpp"

namespace ebb {

/// The weights w0..w20. Valid ones lie within `fsrs_range`.
using FsrsWeights = std::array<double, 21>;

/// The published default weights of FSRS-6.
const FsrsWeights& default_fsrs_weights();

/// Lowest and highest value of a weight.
struct FsrsRange {
  double low = 0, high = 0;
};
/// The range of weight `index` (0..20).
FsrsRange fsrs_range(std::size_t index);
/// Each weight moved into its range. With more than one relearning step the ceiling of w17 and w18 is lowered, so that
/// the answers of one day cannot undo the loss of a failure.
FsrsWeights clipped_weights(FsrsWeights weights, int relearning_steps = 1);
/// 17 (FSRS-4.5), 19 (FSRS-5) or 21 finite numbers as FSRS-6 weights, not clipped; nothing for another count.
std::optional<FsrsWeights> fsrs_weights_from(std::span<const double> numbers);

/// What the model knows of a card.
struct FsrsState {
  double stability = 0;   ///< days until the chance to remember has fallen to 0.9; 0.001..36500
  double difficulty = 0;  ///< 1..10
};

/// The chance to remember `days` (0 and more) after the last review; 0..1.
double retrievability(const FsrsWeights& weights, double days, double stability);
/// The days after which the chance to remember has fallen to `retention` (0..1, exclusive); not rounded.
double days_until(const FsrsWeights& weights, double retention, double stability);
/// `days_until`, rounded to whole days within 1..`longest`.
int fsrs_interval(const FsrsWeights& weights, double retention, double stability, int longest);

/// The state after the first answer.
FsrsState first_fsrs_state(const FsrsWeights& weights, Grade grade);
/// The state after an answer `days` (0: the same study day) after the last one.
FsrsState next_fsrs_state(const FsrsWeights& weights, const FsrsState& state, Grade grade, int days);
/// The state of a card of which only an SM-2 interval (days) and ease (2.5 for 250 %) are known: the stability that has
/// fallen to `retention` after the interval, and the difficulty whose growth would have been the ease.
FsrsState fsrs_state_from_sm2(const FsrsWeights& weights, double interval, double ease, double retention = 0.9);

}  // namespace ebb
