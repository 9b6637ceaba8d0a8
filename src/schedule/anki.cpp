// SM-2 as Anki varies it: learning steps, credit for being late, Hard at 1.2, Easy at 1.3, ease changed on failure.
// Written from the description in docs/schedulers.md. In single precision, as there: the rounding shows in the days.
#include "schedule/anki.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ebb/core/words.hpp"
#include "schedule/steps.hpp"

namespace ebb {
namespace {

constexpr int graduating = 1, graduating_easy = 4, initial_ease = 250, lowest_ease = 130;
constexpr float hard_factor = 1.2F, easy_factor = 1.3F;

struct Passing {
  int hard = 0, good = 0, easy = 0;
};

class Anki : public Scheduler {
 public:
  using Scheduler::Scheduler;
  std::string_view name() const override { return "anki"; }
  int version() const override { return 1; }

  Memory answer(const Memory& before, Quality quality, Day day) const override {
    const Grade grade = grade_of(quality);
    if (before.last) day = std::max(day, *before.last);
    Memory after = before;
    ++after.reviews;
    after.last = day;
    after.repetitions = grade == Grade::again ? 0 : before.repetitions + 1;
    if (is_new(before) || before.step > 0) {
      in_steps(before, after, grade, day);
    } else if (grade == Grade::again) {
      lapse(before, after, day);
    } else {
      const Passing passing = intervals(before, day);
      after.ease = std::max(lowest_ease, before.ease + (grade == Grade::hard ? -15 : grade == Grade::easy ? 15 : 0));
      come_back(after, grade == Grade::hard ? passing.hard : grade == Grade::good ? passing.good : passing.easy, day);
    }
    return after;
  }

  std::string arithmetic(const Memory& before, Quality quality, Day day) const override;
  std::string standing(const Memory& memory) const override { return fmt::format("ease {:.2f}", memory.ease / 100.0); }

 private:
  static bool is_new(const Memory& memory) { return memory.repetitions == 0 && memory.interval == 0; }

  void in_steps(const Memory& before, Memory& after, Grade grade, Day day) const {
    const auto& steps = before.relearning ? parameters().relearning : parameters().steps;
    if (take_step(after, steps, before.step, grade, day)) return;
    if (before.relearning) {  // back with what the lapse left, a day more for Easy
      come_back(after, std::min(before.interval + (grade == Grade::easy), parameters().longest), day);
      return;
    }
    after.ease = initial_ease;
    come_back(after, grade == Grade::easy ? graduating_easy : graduating, day);
  }

  void lapse(const Memory& before, Memory& after, Day day) const {
    ++after.lapses;
    after.ease = std::max(lowest_ease, before.ease - 20);
    after.interval = 1;
    after.relearning = true;
    if (!take_step(after, parameters().relearning, 0, Grade::again, day)) come_back(after, 1, day);
  }

  int rounded(float days, int least) const {
    const int longest = parameters().longest;
    return std::clamp(static_cast<int>(std::round(std::min(days, 1e6F))), std::clamp(least, 1, longest), longest);
  }

  Passing intervals(const Memory& before, Day day) const {
    const int elapsed = before.last ? static_cast<int>((day - *before.last).count()) : before.interval;
    const int scheduled = before.interval;
    const auto current = static_cast<float>(std::max(1, scheduled));
    const float ease = static_cast<float>(before.ease) / 100.0F;
    if (elapsed < scheduled) return early(static_cast<float>(elapsed), current, ease);
    const auto late = static_cast<float>(elapsed - scheduled);
    Passing passing;
    passing.hard = rounded(current * hard_factor, scheduled + 1);
    passing.good = rounded((current + late / 2.0F) * ease, passing.hard + 1);
    passing.easy = rounded((current + late) * ease * easy_factor, passing.good + 1);
    return passing;
  }

  Passing early(float elapsed, float current, float ease) const {
    Passing passing;
    passing.hard = rounded(std::max(elapsed * hard_factor, current * hard_factor / 2.0F), 1);
    passing.good = rounded(std::max(elapsed * ease, current), 1);
    passing.easy = rounded(std::max(elapsed * ease, current) * (easy_factor - (easy_factor - 1.0F) / 2.0F), 1);
    return passing;
  }
};

std::string Anki::arithmetic(const Memory& before, Quality quality, Day day) const {
  if (before.last) day = std::max(day, *before.last);
  const Memory after = answer(before, quality, day);
  if (after.step > 0) {
    const auto& steps = after.relearning ? parameters().relearning : parameters().steps;
    return fmt::format("{}{} step {} of {}", after.lapses > before.lapses ? "forgotten: ease 0.20 less, " : "",
                       after.relearning ? "relearning" : "learning", after.step, steps.size());
  }
  if (is_new(before) || (before.step > 0 && !before.relearning))
    return "learnt: " + counted(after.interval, "day") + " to begin with";
  if (before.step > 0) return "learnt again: " + counted(after.interval, "day");
  if (after.lapses > before.lapses) return "forgotten: ease 0.20 less, 1 day";
  const int elapsed = before.last ? static_cast<int>((day - *before.last).count()) : before.interval;
  const int late = elapsed - before.interval;
  const double ease = before.ease / 100.0;
  if (late < 0) return fmt::format("{} early: {} of {} days count", counted(-late, "day"), elapsed, before.interval);
  switch (grade_of(quality)) {
    case Grade::hard: return fmt::format("{} × 1.20 = {:.2f}", before.interval, before.interval * 1.2);
    case Grade::good:
      return fmt::format("({} + {} late / 2) × {:.2f} = {:.2f}", before.interval, late, ease, (before.interval + late / 2.0) * ease);
    default:
      return fmt::format("({} + {} late) × {:.2f} × 1.30 = {:.2f}", before.interval, late, ease,
                         (before.interval + late) * ease * 1.3);
  }
}

}  // namespace

std::unique_ptr<const Scheduler> make_anki(const Parameters& parameters) { return std::make_unique<Anki>(parameters); }

}  // namespace ebb
