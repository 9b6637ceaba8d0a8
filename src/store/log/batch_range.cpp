// Finding the extent of a batch, and folding again what it was about.
#include <algorithm>

#include "store/fold/fold.hpp"
#include "store/log/undo.hpp"

namespace ebb {
// Answers have no column for it: those of an import stand before the change that their batch goes on with.
std::int64_t batch_begins(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT id, batch FROM change WHERE id >= ? ORDER BY id LIMIT 1");
  std::int64_t first = entry.value;
  if (find.bind(1, entry.value).step()) first = std::min(first, find.number(0) - find.number(1));
  find.reset();
  return first;
}

BatchRange batch_of(Store& store, EntryId entry) {
  BatchRange range{batch_begins(store, entry), 1};
  Statement& rest = store.sql("SELECT id, batch FROM change WHERE id > ? ORDER BY id");
  rest.bind(1, range.first);
  while (rest.step() && rest.number(0) - rest.number(1) == range.first) range.length = rest.number(0) - range.first + 1;
  rest.reset();
  return range;
}

Touched touched_by(Store& store, const BatchRange& batch) {
  Touched touched;
  Statement& reviews = store.sql("SELECT card FROM review WHERE id >= ? AND id < ?");
  reviews.bind(1, batch.first).bind(2, batch.first + batch.length);
  while (reviews.step()) touched.cards.insert(reviews.number(0));
  Statement& changes = store.sql("SELECT what, ent, part FROM change WHERE id >= ? AND id < ?");
  changes.bind(1, batch.first).bind(2, batch.first + batch.length);
  while (changes.step()) {
    const int what = static_cast<int>(changes.number(0));
    if (about_note(what)) touched.notes.insert(changes.number(1));
    if (about_deck(what) && !changes.null(1)) touched.decks.insert(changes.number(1));
    if (about_schedule(what)) touched.cards.insert(card_of(NoteId{changes.number(1)}, static_cast<int>(changes.number(2))).value);
    touched.settings = touched.settings || about_deck(what);
  }
  return touched;
}

void refold(Store& store, const Touched& touched) {
  for (const std::int64_t deck : touched.decks) refold_deck(store, DeckId{deck});
  if (touched.settings) refold_settings(store);
  for (const std::int64_t note : touched.notes) refold_note(store, NoteId{note});
  for (const std::int64_t card : touched.cards) refold_card(store, CardId{card});
}

}  // namespace ebb
