// From a card's answers, seed and moves to its row.
#include <algorithm>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

// The parameters that the newest answer or move names.
std::int64_t newest_par(Store& store, const std::vector<LoggedReview>& reviews, const std::vector<CardEvent>& events) {
  std::int64_t par = reviews.empty() ? 0 : reviews.back().par;
  for (const CardEvent& event : events) {
    const bool later = reviews.empty() || before_in_merge_order(store, reviews.back().id, reviews.back().hlc, event.id, event.hlc);
    if (later && event.par) par = *event.par;
  }
  return par;
}

Memory fold_with(Store& store, const std::vector<LoggedReview>& reviews, const std::vector<CardEvent>& events,
                 const Scheduler& scheduler) {
  Memory memory;
  auto event = events.begin();
  const auto events_before = [&](const LoggedReview* review) {
    for (; event != events.end(); ++event) {
      if (review != nullptr && before_in_merge_order(store, review->id, review->hlc, event->id, event->hlc)) return;
      memory = after_event(scheduler, memory, *event);
    }
  };
  for (const LoggedReview& logged : reviews) {
    events_before(&logged);
    memory = after_review(scheduler, memory, logged.review);
  }
  events_before(nullptr);
  return memory;
}

}  // namespace

bool is_live(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT batch, n FROM dead WHERE batch <= ? ORDER BY batch DESC LIMIT 1");
  const bool dead = find.bind(1, entry.value).step() && entry.value < find.number(0) + find.number(1);
  find.reset();
  return !dead;
}

FoldedCard fold_card(Store& store, CardId card) {
  const std::vector<LoggedReview> reviews = live_reviews(store, card);
  const std::vector<CardEvent> events = card_events(store, card);
  const std::int64_t par = newest_par(store, reviews, events);
  return {fold_with(store, reviews, events, store.scheduler(par)), par};
}

Memory fold_card_under(Store& store, CardId card, const Scheduler& scheduler) {
  Memory memory = fold_with(store, live_reviews(store, card), card_events(store, card), scheduler);
  const Memory now = fold_card(store, card).memory;
  if (memory.due && now.due) memory.due = now.due;
  return memory;
}

Memory fold_anew(Store& store, CardId card, std::int64_t par) {
  std::vector<LoggedReview> reviews = live_reviews(store, card);
  for (LoggedReview& logged : reviews) logged.review.due.reset();
  std::vector<CardEvent> events = card_events(store, card);
  std::erase_if(events, [](const CardEvent& event) { return !event.seed; });
  return fold_with(store, reviews, events, store.scheduler(par));
}

void refold_card(Store& store, CardId card) {
  std::optional<CardRow> row = read_card(store, card);
  if (!row) return;
  const FoldedCard folded = fold_card(store, card);
  row->memory = folded.memory;
  row->par = folded.par;
  write_card(store, card, *row);
}

}  // namespace ebb
