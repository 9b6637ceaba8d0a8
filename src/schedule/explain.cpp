// Each answer of a card as a sentence with its arithmetic, and what each grade would do now.
#include "ebb/schedule/explain.hpp"

#include <fmt/format.h>

#include "ebb/core/words.hpp"

namespace ebb {
namespace {

std::string ordinal_word(int repetitions) {
  static constexpr std::string_view words[] = {"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
  if (repetitions < static_cast<int>(std::size(words))) return std::string(words[repetitions]);
  return fmt::format("repetition {}", repetitions);
}

std::string ease_text(int ease) { return fmt::format("{}.{:02}", ease / 100, ease % 100); }

std::string what_happened(const Memory& before, const Memory& after, Quality quality, Day day) {
  if (drills_on(before, day))
    return after.drill ? "drill: still below Good, once more today" : "drill: done for today";
  const std::string drill = after.drill ? ", again today" : "";
  if (failed(quality))
    return (before.reviews == 0 ? "first seen, not known" : "forgotten: starts again, ease unchanged") + drill;
  if (before.reviews == 0) return "first seen" + drill;
  if (after.repetitions == 1) return "first in a row: 1 day" + drill;
  if (after.repetitions == 2) return "second in a row: 6 days" + drill;
  const std::int64_t product = static_cast<std::int64_t>(before.interval) * after.ease;
  if (product > std::int64_t{longest_interval} * 100)
    return fmt::format("{}: {} × {}, no longer than {}{}", ordinal_word(after.repetitions), before.interval,
                       ease_text(after.ease), longest_interval, drill);
  return fmt::format("{}: {} × {} = {}.{:02}{}{}", ordinal_word(after.repetitions), before.interval,
                     ease_text(after.ease), product / 100, product % 100, product % 100 ? ", up" : "", drill);
}

}  // namespace

std::vector<ExplainedStep> explain(const Scheduler& scheduler, const std::vector<Review>& reviews) {
  std::vector<ExplainedStep> steps;
  Memory memory;
  for (const Review& review : reviews) {
    if (review.intent == Intent::cram) {
      steps.push_back({review.day, review.quality, "cram: changes nothing", memory, 0});
      continue;
    }
    const Day day = memory.last ? std::max(review.day, *memory.last) : review.day;
    const Memory after = scheduler.answer(memory, review.quality, review.day);
    ExplainedStep step{day, review.quality, what_happened(memory, after, review.quality, day), after, 0};
    if (memory.due && !drills_on(memory, day) && day > *memory.due)
      step.days_late = static_cast<int>((day - *memory.due).count());
    steps.push_back(step);
    memory = after;
  }
  return steps;
}

std::vector<std::string> explained_lines(const std::vector<ExplainedStep>& steps) {
  std::vector<std::string> lines;
  for (const ExplainedStep& step : steps) {
    const std::string due = step.after.due ? "→ " + iso_date(*step.after.due) : "";
    const std::string late = step.days_late ? "   " + counted(step.days_late, "day") + " late" : "";
    lines.push_back(fmt::format("{}  {:<5}  ease {}  {:<9} {}  {}{}", iso_date(step.day), name_of(grade_of(step.quality)),
                                ease_text(step.after.ease), days_text(step.after.interval), due, step.what, late));
  }
  return lines;
}

std::vector<std::string> outlook_lines(const Memory& now, const Outlook& outlook, Day day) {
  std::vector<std::string> lines;
  for (int number = 1; number <= 4; ++number) {
    const Grade grade = static_cast<Grade>(number);
    const Memory& after = outlook[static_cast<std::size_t>(quality_of(grade))];
    const std::string ease = after.ease == now.ease ? fmt::format("ease stays {}", ease_text(now.ease))
                                                    : fmt::format("ease {} to {}", ease_text(now.ease), ease_text(after.ease));
    lines.push_back(fmt::format("{:<5} {}; {}", name_of(grade), preview_text(after, day), ease));
  }
  return lines;
}

}  // namespace ebb
