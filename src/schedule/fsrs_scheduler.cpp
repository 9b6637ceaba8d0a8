// FSRS-6 as a scheduler: the model's stability becomes an interval at the retention that the deck asks for, behind
// learning steps. Days are study days, so two answers of one evening are one day, wherever midnight falls.
#include "schedule/fsrs_scheduler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "ebb/core/words.hpp"
#include "ebb/schedule/fsrs.hpp"
#include "schedule/steps.hpp"

namespace ebb {
namespace {

FsrsWeights weights_of(const Parameters& parameters) {
  return fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights());
}

class Fsrs : public Scheduler {
 public:
  explicit Fsrs(const Parameters& parameters) : Scheduler(parameters), weights_(weights_of(parameters)) {}
  std::string_view name() const override { return "fsrs"; }
  int version() const override { return 6; }

  Memory answer(const Memory& before, Quality quality, Day day) const override {
    const Grade grade = grade_of(quality);
    if (before.last) day = std::max(day, *before.last);
    const std::optional<Memory> stepped = in_steps(before, grade, day);
    if (stepped) return *stepped;
    Memory after = answered(before, grade, day);
    come_back(after, ordered_interval(before, grade, day), day);
    return after;
  }

  double recall(const Memory& memory, Day day) const override {
    if (!memory.last) return 0;
    const auto elapsed = static_cast<double>(std::max((day - *memory.last).count(), Day::rep{0}));
    return retrievability(weights_, elapsed, state_of(memory).stability);
  }
  std::string arithmetic(const Memory& before, Quality quality, Day day) const override;
  std::string standing(const Memory& memory) const override {
    if (memory.stability <= 0) return {};
    return fmt::format("stability {:.2f}, difficulty {:.2f}", memory.stability, memory.difficulty);
  }

 private:
  static bool is_new(const Memory& memory) { return memory.stability <= 0 && memory.interval == 0; }

  // The state a card brings: its own, or the one that its SM-2 interval and ease come to.
  FsrsState state_of(const Memory& memory) const {
    if (memory.stability > 0) return {memory.stability, memory.difficulty};
    return fsrs_state_from_sm2(weights_, memory.interval, memory.ease / 100.0);
  }

  // Everything but the way back: counts, stability, difficulty.
  Memory answered(const Memory& before, Grade grade, Day day) const {
    const int days = before.last ? static_cast<int>((day - *before.last).count()) : 0;
    const FsrsState state = is_new(before) ? first_fsrs_state(weights_, grade)
                                           : next_fsrs_state(weights_, state_of(before), grade, days);
    Memory after = before;
    ++after.reviews;
    after.lapses += grade == Grade::again && !is_new(before) && before.step == 0;
    after.repetitions = grade == Grade::again ? 0 : before.repetitions + 1;
    after.stability = state.stability;
    after.difficulty = state.difficulty;
    after.last = day;
    return after;
  }

  std::optional<Memory> in_steps(const Memory& before, Grade grade, Day day) const {
    const bool learning = is_new(before) || before.step > 0;
    if (!learning && grade != Grade::again) return {};
    Memory after = answered(before, grade, day);
    after.relearning = !learning || before.relearning;
    const auto& steps = after.relearning ? parameters().relearning : parameters().steps;
    if (!take_step(after, steps, before.step, grade, day)) return {};
    after.interval = static_cast<int>((*after.due - day).count());
    if (after.drill) after.interval = 0;
    return after;
  }

  int own_interval(const Memory& before, Grade grade, Day day) const {
    return fsrs_interval(weights_, parameters().retention, answered(before, grade, day).stability, parameters().longest);
  }

  // Hard < Good < Easy after rounding, and an interval that grew is longer by a day at least.
  int ordered_interval(const Memory& before, Grade grade, Day day) const {
    if (!parameters().ordered || grade == Grade::again) return own_interval(before, grade, day);
    int least = 1, interval = 1;
    for (int number = 2; number <= static_cast<int>(grade); ++number) {
      const Grade one = static_cast<Grade>(number);
      if (in_steps(before, one, day)) continue;
      interval = own_interval(before, one, day);
      const bool grew = before.step == 0 && interval > before.interval;
      interval = std::max({interval, least, grew ? before.interval + 1 : 1});
      interval = std::min(interval, parameters().longest);
      least = interval + 1;
    }
    return interval;
  }

  FsrsWeights weights_;
};

std::string Fsrs::arithmetic(const Memory& before, Quality quality, Day day) const {
  if (before.last) day = std::max(day, *before.last);
  const Memory after = answer(before, quality, day);
  const std::string grade(name_of(grade_of(quality)));
  std::string text;
  if (is_new(before)) {
    text = fmt::format("first seen: stability {:.2f} days and difficulty {:.2f} for {}", after.stability,
                       after.difficulty, grade);
  } else {
    const FsrsState from = state_of(before);
    const int days = before.last ? static_cast<int>((day - *before.last).count()) : 0;
    if (before.stability <= 0)
      text = fmt::format("from SM-2: interval {}, ease {:.2f} is stability {:.2f}, difficulty {:.2f}; ", before.interval,
                         before.ease / 100.0, from.stability, from.difficulty);
    if (days == 0)
      text += "same day: ";
    else
      text += fmt::format("{} of {:.2f} days: recall {:.1f} %; ", days, from.stability,
                          100 * retrievability(weights_, days, from.stability));
    text += fmt::format("stability {:.2f} × {:.3f} = {:.2f}, difficulty {:.2f} to {:.2f}", from.stability,
                        after.stability / from.stability, after.stability, from.difficulty, after.difficulty);
  }
  if (after.step > 0) {
    const auto& steps = after.relearning ? parameters().relearning : parameters().steps;
    return text + fmt::format("; {} step {} of {}", after.relearning ? "relearning" : "learning", after.step, steps.size());
  }
  return text + fmt::format("; falls to {:g} % in {:.2f} days", 100 * parameters().retention,
                            days_until(weights_, parameters().retention, after.stability));
}

}  // namespace

std::unique_ptr<const Scheduler> make_fsrs(const Parameters& parameters) { return std::make_unique<Fsrs>(parameters); }

}  // namespace ebb
