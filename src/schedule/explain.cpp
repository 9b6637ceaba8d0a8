// Each answer of a card as a sentence with its arithmetic, and what each grade would do now.
#include "ebb/schedule/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/words.hpp"

namespace ebb {
namespace {

// The day was chosen beside the one that the scheduler gave: spread, balanced or before an exam.
std::string moved_text(const Scheduler& scheduler, const Memory& before, const Review& review) {
  const Memory own = scheduler.answer(before, review.quality, review.day);
  if (!review.due || !own.due || *own.due == *review.due || own.step > 0) return {};
  const auto days = static_cast<int>((*review.due - *own.due).count());
  return fmt::format("; moved {} {}", counted(std::abs(days), "day"), days < 0 ? "earlier" : "later");
}

}  // namespace

std::vector<ExplainedStep> explain(const Scheduler& scheduler, Memory memory, const std::vector<Review>& reviews) {
  std::vector<ExplainedStep> steps;
  for (const Review& review : reviews) {
    ExplainedStep step{review.day, review.quality, "cram: changes nothing", scheduler.standing(memory), memory, 0};
    if (review.intent != Intent::cram) {
      if (memory.last) step.day = std::max(review.day, *memory.last);
      step.after = after_review(scheduler, memory, review);
      step.what = scheduler.arithmetic(memory, review.quality, step.day) + moved_text(scheduler, memory, review);
      step.standing = scheduler.standing(step.after);
      if (memory.due && !drills_on(memory, step.day) && step.day > *memory.due)
        step.days_late = static_cast<int>((step.day - *memory.due).count());
      memory = step.after;
    }
    steps.push_back(step);
  }
  return steps;
}

std::vector<std::string> explained_lines(const std::vector<ExplainedStep>& steps) {
  std::vector<std::string> lines;
  for (const ExplainedStep& step : steps) {
    const std::string due = step.after.due ? "→ " + iso_date(*step.after.due) : "";
    const std::string late = step.days_late ? "   " + counted(step.days_late, "day") + " late" : "";
    const std::string standing = step.standing.empty() ? "" : step.standing + "  ";
    lines.push_back(fmt::format("{}  {:<5}  {}{:<9} {}  {}{}", iso_date(step.day), name_of(grade_of(step.quality)),
                                standing, days_text(step.after.interval), due, step.what, late));
  }
  return lines;
}

std::vector<std::string> outlook_lines(const Scheduler& scheduler, const Memory& now, const Outlook& outlook, Day day) {
  std::vector<std::string> lines;
  const std::string here = scheduler.standing(now);
  for (int number = 1; number <= 4; ++number) {
    const Grade grade = static_cast<Grade>(number);
    const Memory& after = outlook[static_cast<std::size_t>(quality_of(grade))];
    const std::string there = scheduler.standing(after);
    const std::string_view joint = there.empty() ? "" : there == here ? "; stays at " : "; ";
    lines.push_back(fmt::format("{:<5} {}{}{}", name_of(grade), preview_text(after, day), joint, there));
  }
  return lines;
}

}  // namespace ebb
