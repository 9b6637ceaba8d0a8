// From a card's answers, seed and moves to its row.
#include <algorithm>

#include "store/card_events.hpp"
#include "store/fold.hpp"

namespace ebb {
namespace {

// The parameters that the newest answer or move names.
std::int64_t newest_par(Store& store, const std::vector<LoggedReview>& reviews, const CardEvents& events) {
  std::int64_t par = reviews.empty() ? 0 : reviews.back().par;
  for (const CardMove& move : events.moves) {
    const bool later = reviews.empty() || before_in_merge_order(store, reviews.back().id, reviews.back().hlc, move.id, move.hlc);
    if (later && move.par) par = *move.par;
  }
  return par;
}

Memory fold_under(Store& store, const std::vector<LoggedReview>& reviews, const CardEvents& events, std::int64_t par) {
  const Scheduler& scheduler = store.scheduler(par);
  Memory memory = events.seed.value_or(Memory{});
  auto move = events.moves.begin();
  const auto move_until = [&](const LoggedReview* review) {
    for (; move != events.moves.end(); ++move) {
      if (review != nullptr && before_in_merge_order(store, review->id, review->hlc, move->id, move->hlc)) return;
      if (memory.last) scheduler.place(memory, move->due);
    }
  };
  for (const LoggedReview& logged : reviews) {
    move_until(&logged);
    memory = after_review(scheduler, memory, logged.review);
  }
  move_until(nullptr);
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
  const CardEvents events = card_events(store, card);
  const std::int64_t par = newest_par(store, reviews, events);
  return {fold_under(store, reviews, events, par), par};
}

Memory fold_card_under(Store& store, CardId card, std::int64_t par) {
  const FoldedCard now = fold_card(store, card);
  if (now.par == par) return now.memory;
  Memory memory = fold_under(store, live_reviews(store, card), card_events(store, card), par);
  if (memory.due && now.memory.due) memory.due = now.memory.due;
  return memory;
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
