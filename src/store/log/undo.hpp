// Batches: which entries one command wrote, and what happens to the caches when they die or come back.
#pragma once
#include <set>

#include "ebb/store/log.hpp"
#include "store/log/batch.hpp"

namespace ebb {

// The batch that an entry belongs to: its first entry and its length.
struct BatchRange {
  std::int64_t first = 0, length = 0;
};
BatchRange batch_of(Store& store, EntryId entry);
// Only its first entry: that of a lone answer is itself.
std::int64_t batch_begins(Store& store, EntryId entry);

// The notes, cards and decks that the entries of a batch are about.
struct Touched {
  std::set<std::int64_t> notes, cards, decks;
  bool settings = false;
};
Touched touched_by(Store& store, const BatchRange& batch);
// One line on what a batch did.
UndoResult describe(Store& store, const BatchRange& batch);
// Folds them again.
void refold(Store& store, const Touched& touched);

}  // namespace ebb
