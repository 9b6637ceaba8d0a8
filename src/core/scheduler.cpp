// What schedulers have in common: the preview of all six qualities, and words for those that bring none of their own.
#include "ebb/core/scheduler.hpp"

#include "ebb/core/words.hpp"

namespace ebb {

void Scheduler::place(Memory& memory, Day due) const {
  memory.due = due;
  if (memory.last) memory.interval = static_cast<int>((due - *memory.last).count());
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
