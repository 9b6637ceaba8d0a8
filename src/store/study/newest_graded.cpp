// Walks back over the log, and along each answer's card.
#include <map>
#include <set>

#include "ebb/store/graded.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

// The card's answers that were asked for, each with the memory that it met.
void add_of_card(Collection& collection, CardId card, const std::set<std::int64_t>& wanted, std::vector<GradedBefore>& graded) {
  Store& store = collection.store();
  const Scheduler& scheduler = store.scheduler(fold_card(store, card).par);
  const Reviewed* before = nullptr;
  const auto lived = history(collection, card);
  for (const Reviewed& one : lived) {
    if (one.review.intent == Intent::cram) continue;
    if (before != nullptr && before->review.day < one.review.day && before->after.step == 0 && wanted.count(one.entry.value) > 0)
      graded.push_back({scheduler.recall(before->after, one.review.day), one.review.quality, before->review.quality});
    before = &one;
  }
}

}  // namespace

std::vector<GradedBefore> newest_graded(Collection& collection, int count) {
  Store& store = collection.store();
  std::map<CardId, std::set<std::int64_t>> cards;
  // Drills and first answers are among them, and are left out by their histories: so a few more are looked at.
  Statement by_id(store.db(), "SELECT id, card FROM review WHERE kind = 0 ORDER BY id DESC LIMIT ?");
  by_id.bind(1, count * 2);
  while (by_id.step())
    if (is_live(store, EntryId{by_id.number(0)})) cards[CardId{by_id.number(1)}].insert(by_id.number(0));
  std::vector<GradedBefore> graded;
  for (const auto& [card, entries] : cards) add_of_card(collection, card, entries, graded);
  if (graded.size() > static_cast<std::size_t>(count)) graded.resize(static_cast<std::size_t>(count));
  return graded;
}

}  // namespace ebb
