// Finding the extent of a batch, and folding again what it was about.
#include "store/fold.hpp"
#include "store/undo.hpp"

namespace ebb {

BatchRange batch_of(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT id - batch FROM change WHERE id = ?");
  BatchRange range{entry.value, 1};
  if (find.bind(1, entry.value).step()) range.first = find.number(0);
  find.reset();
  Statement& rest = store.sql("SELECT id, batch FROM change WHERE id > ? ORDER BY id");
  rest.bind(1, range.first);
  while (rest.step() && rest.number(0) - rest.number(1) == range.first && rest.number(0) == range.first + range.length)
    ++range.length;
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
