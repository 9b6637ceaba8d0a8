// FSRS-6, in doubles, in the order of operations of its definition: a change here changes every stored memory.
#include "ebb/schedule/fsrs.hpp"

#include <algorithm>
#include <cmath>

#include "schedule/portable_math.hpp"

namespace ebb {
namespace {

constexpr double lowest_stability = 0.001, highest_stability = 36500;

constexpr FsrsWeights defaults{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                               1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

constexpr std::array<FsrsRange, 21> ranges{{
    {.001, 100}, {.001, 100}, {.001, 100}, {.001, 100},             // first stability by grade
    {1, 10}, {.001, 4}, {.001, 4}, {.001, .75},                     // difficulty
    {0, 4.5}, {0, .8}, {.001, 3.5},                                 // growth on success
    {.001, 5}, {.001, .25}, {.001, .9}, {0, 4},                     // stability after a failure
    {0, 1}, {1, 6},                                                 // Hard and Easy
    {0, 2}, {0, 2}, {.01, .8},                                      // same day
    {.1, .8},                                                       // decay
}};

double factor(const FsrsWeights& w) { return portable_pow(0.9, -1 / w[20]) - 1; }

// Not clamped: mean reversion aims at this value even where it is below 1.
double first_difficulty(const FsrsWeights& w, int grade) { return w[4] - portable_exp(w[5] * (grade - 1)) + 1; }

double clamp_difficulty(double difficulty) { return std::clamp(difficulty, 1.0, 10.0); }

double next_difficulty(const FsrsWeights& w, double difficulty, int grade) {
  const double damped = difficulty + (10 - difficulty) / 9 * (-w[6] * (grade - 3));
  return clamp_difficulty(w[7] * first_difficulty(w, 4) + (1 - w[7]) * damped);
}

double after_success(const FsrsWeights& w, const FsrsState& state, int grade, double recall) {
  const double hard = grade == 2 ? w[15] : 1, easy = grade == 4 ? w[16] : 1;
  return state.stability * (1 + portable_exp(w[8]) * (11 - state.difficulty) * portable_pow(state.stability, -w[9]) *
                                    (portable_exp((1 - recall) * w[10]) - 1) * hard * easy);
}

double after_failure(const FsrsWeights& w, const FsrsState& state, double recall) {
  const double forgotten = w[11] * portable_pow(state.difficulty, -w[12]) * (portable_pow(state.stability + 1, w[13]) - 1) *
                           portable_exp((1 - recall) * w[14]);
  return std::min(forgotten, state.stability / portable_exp(w[17] * w[18]));
}

double after_same_day(const FsrsWeights& w, const FsrsState& state, int grade) {
  const double growth = portable_exp(w[17] * (grade - 3 + w[18])) * portable_pow(state.stability, -w[19]);
  return state.stability * (grade >= 2 ? std::max(growth, 1.0) : growth);
}

}  // namespace

const FsrsWeights& default_fsrs_weights() { return defaults; }

FsrsRange fsrs_range(std::size_t index) { return ranges[index]; }

FsrsWeights clipped_weights(FsrsWeights w, int relearning_steps) {
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = std::clamp(w[i], ranges[i].low, ranges[i].high);
  if (relearning_steps > 1) {
    const double room = -(portable_log(w[11]) + portable_log(portable_pow(2.0, w[13]) - 1) + 0.3 * w[14]) / relearning_steps;
    const double ceiling = std::min(std::sqrt(std::max(0.01, room)), 2.0);
    w[17] = std::min(w[17], ceiling);
    w[18] = std::min(w[18], ceiling);
  }
  return w;
}

std::optional<FsrsWeights> fsrs_weights_from(std::span<const double> numbers) {
  if (numbers.size() != 17 && numbers.size() != 19 && numbers.size() != 21) return {};
  if (!std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::isfinite(number); })) return {};
  FsrsWeights w{};
  std::copy(numbers.begin(), numbers.end(), w.begin());
  if (numbers.size() == 17) {  // FSRS-4.5 had another difficulty, and no same-day reviews
    w[4] = w[5] * 2 + w[4];
    w[5] = portable_log(3 * w[5] + 1) / 3;
    w[6] += 0.5;
  }
  if (numbers.size() < 21) w[20] = 0.5;  // the decay that was fixed before FSRS-6
  return w;
}

double retrievability(const FsrsWeights& w, double days, double stability) {
  return portable_pow(1 + factor(w) * days / stability, -w[20]);
}

double days_until(const FsrsWeights& w, double retention, double stability) {
  return stability / factor(w) * (portable_pow(retention, -1 / w[20]) - 1);
}

int fsrs_interval(const FsrsWeights& w, double retention, double stability, int longest) {
  const double days = std::round(days_until(w, retention, stability));
  return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(longest)));
}

FsrsState first_fsrs_state(const FsrsWeights& w, Grade grade) {
  const int number = static_cast<int>(grade);
  return {std::max(w[static_cast<std::size_t>(number - 1)], lowest_stability),
          clamp_difficulty(first_difficulty(w, number))};
}

FsrsState next_fsrs_state(const FsrsWeights& w, const FsrsState& state, Grade grade, int days) {
  const int number = static_cast<int>(grade);
  const double stability = days == 0                ? after_same_day(w, state, number)
                           : grade == Grade::again ? after_failure(w, state, retrievability(w, days, state.stability))
                                                   : after_success(w, state, number, retrievability(w, days, state.stability));
  return {std::clamp(stability, lowest_stability, highest_stability), next_difficulty(w, state.difficulty, number)};
}

FsrsState fsrs_state_from_sm2(const FsrsWeights& w, double interval, double ease, double retention) {
  const double stability =
      std::max(interval, lowest_stability) * factor(w) / (portable_pow(retention, -1 / w[20]) - 1);
  const double growth = portable_exp(w[8]) * portable_pow(stability, -w[9]) * (portable_exp((1 - retention) * w[10]) - 1);
  return {std::clamp(stability, lowest_stability, highest_stability), clamp_difficulty(11 - (ease - 1) / growth)};
}

}  // namespace ebb
