// SM-2 by its primary text (Wozniak 1990): integer hundredths, new ease, rounded up, failure restarts without touching
// the ease, and a same-day drill until the card scores at least 4. The reading is argued in docs/decisions/010-sm2.md.
#include "schedule/sm2.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "schedule/steps.hpp"

namespace ebb {
namespace {

constexpr int lowest_ease = 130;

// Step 5: EF' = EF + (0.1 - (5-q)(0.08 + (5-q)0.02)), in hundredths. Below 3 the ease is left alone (step 6).
int ease_change(Quality quality) {
  switch (quality) {
    case Quality::easy: return 10;
    case Quality::hard: return -14;
    default: return 0;
  }
}

// Step 3: I(1) = 1, I(2) = 6, I(n) = I(n-1) * EF, rounded up to whole days.
int next_interval(int repetitions, int interval, int ease) {
  if (repetitions == 1) return 1;
  if (repetitions == 2) return 6;
  const std::int64_t hundredths = static_cast<std::int64_t>(interval) * ease;
  return static_cast<int>(std::min<std::int64_t>((hundredths + 99) / 100, longest_interval));
}

std::string ordinal_word(int repetitions) {
  static constexpr std::string_view words[] = {"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
  if (repetitions < static_cast<int>(std::size(words))) return std::string(words[repetitions]);
  return fmt::format("repetition {}", repetitions);
}

std::string ease_text(int ease) { return fmt::format("{}.{:02}", ease / 100, ease % 100); }

std::string product_text(const Memory& before, const Memory& after) {
  const std::string factors = fmt::format("{}: {} × {}", ordinal_word(after.repetitions), before.interval, ease_text(after.ease));
  const std::int64_t product = static_cast<std::int64_t>(before.interval) * after.ease;
  if (product > std::int64_t{longest_interval} * 100) return fmt::format("{}, no longer than {}", factors, longest_interval);
  return fmt::format("{} = {}.{:02}{}", factors, product / 100, product % 100, product % 100 ? ", up" : "");
}

class Sm2 : public Scheduler {
 public:
  using Scheduler::Scheduler;
  std::string_view name() const override { return "sm2"; }
  int version() const override { return 1; }

  Memory answer(const Memory& before, Quality quality, Day day) const override {
    if (before.last) day = std::max(day, *before.last);
    Memory after = before;
    ++after.reviews;
    if (drills_on(before, day)) {  // step 7: a drill answer changes neither ease nor repetitions nor interval
      if (quality >= Quality::good) after.drill.reset();
      return after;
    }
    if (failed(quality)) {
      after.lapses += before.repetitions > 0;
      after.repetitions = 0;
      after.interval = 1;
    } else {
      after.ease = std::max(lowest_ease, before.ease + ease_change(quality));
      after.repetitions = before.repetitions + 1;
      after.interval = next_interval(after.repetitions, before.interval, after.ease);
    }
    leave_steps(after);  // those of another scheduler
    after.last = day;
    after.due = day + std::chrono::days{after.interval};
    after.drill = quality < Quality::good ? std::optional<Day>{day} : std::nullopt;
    return after;
  }

  bool spreads() const override { return false; }
  // The next interval grows from the one that was calculated, wherever the card was put.
  void place(Memory& memory, Day due) const override { memory.due = due; }

  std::string arithmetic(const Memory& before, Quality quality, Day day) const override {
    if (before.last) day = std::max(day, *before.last);
    const Memory after = answer(before, quality, day);
    if (drills_on(before, day))
      return after.drill ? "drill: still below Good, once more today" : "drill: done for today";
    const std::string drill = after.drill ? ", again today" : "";
    if (failed(quality))
      return (before.reviews == 0 ? "first seen, not known" : "forgotten: starts again, ease unchanged") + drill;
    if (before.reviews == 0) return "first seen" + drill;
    if (after.repetitions == 1) return "first in a row: 1 day" + drill;
    if (after.repetitions == 2) return "second in a row: 6 days" + drill;
    return product_text(before, after) + drill;
  }
  std::string standing(const Memory& memory) const override { return "ease " + ease_text(memory.ease); }
};

}  // namespace

std::unique_ptr<const Scheduler> make_sm2(const Parameters& parameters) { return std::make_unique<Sm2>(parameters); }

}  // namespace ebb
