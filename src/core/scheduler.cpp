// What schedulers have in common: the preview of all six qualities, and words for those that bring none of their own.
#include "ebb/core/scheduler.hpp"

#include <algorithm>
#include <cmath>

#include "ebb/core/words.hpp"

namespace ebb {

void Scheduler::place(Memory& memory, Day due) const {
  memory.due = due;
  if (memory.last) memory.interval = static_cast<int>((due - *memory.last).count());
}

double Scheduler::recall(const Memory& memory, Day day) const {
  if (!memory.last) return 0;
  const auto elapsed = static_cast<double>(std::max((day - *memory.last).count(), Day::rep{0}));
  return std::pow(0.9, elapsed / std::max(memory.interval, 1));
}

std::string Scheduler::arithmetic(const Memory& before, Quality quality, Day day) const {
  return preview_text(answer(before, quality, day), day);
}

std::string Scheduler::standing(const Memory&) const { return {}; }

Memory after_review(const Scheduler& scheduler, const Memory& before, const Review& review) {
  if (review.intent == Intent::cram) return before;
  Memory after = scheduler.answer(before, review.quality, review.day);
  if (review.due) scheduler.place(after, *review.due);
  return after;
}

Outlook outlook(const Scheduler& scheduler, const Memory& memory, Day day) {
  Outlook futures;
  for (int quality = 0; quality <= 5; ++quality)
    futures[static_cast<std::size_t>(quality)] = scheduler.answer(memory, static_cast<Quality>(quality), day);
  return futures;
}

}  // namespace ebb
