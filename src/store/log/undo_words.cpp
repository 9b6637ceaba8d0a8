// What a batch did, in the user's words.
#include <set>
#include <string>

#include "ebb/core/words.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/note_names.hpp"
#include "store/log/purging.hpp"
#include "store/log/undo.hpp"

namespace ebb {
namespace {

std::string shortened(std::string line) {
  if (line.size() <= 48) return line;
  std::size_t end = 45;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // not inside a character
  return line.substr(0, end) + "...";
}

std::string asked(Store& store, NoteId note) {
  const std::string line = first_line_of(store, note);
  return line.empty() && is_purged(store, note.value) ? "a purged card" : "\"" + shortened(line) + "\"";
}

std::string describe_answer(Store& store, std::int64_t id) {
  Statement& find = store.sql("SELECT card, grade FROM review WHERE id = ?");
  if (!find.bind(1, id).step()) return {};
  const CardId card{find.number(0)};
  const auto quality = static_cast<Quality>(find.number(1));
  find.reset();
  return std::string(name_of(grade_of(quality))) + " on " + asked(store, card.note());
}

// In the user's words, what the batch's first entry did to a card, to several, or to everything.
std::string deed(Store& store, int what, std::int64_t num, std::int64_t note, std::int64_t notes) {
  const std::string on = " " + (notes == 1 ? asked(store, NoteId{note}) : counted(notes, "card"));
  switch (static_cast<What>(what)) {
    case What::note_new: return "adding of" + on;
    case What::note_text: return "edit of" + on;
    case What::note_deck: return "moving of" + on + (notes == 1 ? " to another deck" : " to other decks");
    case What::note_mark: return notes == 1 ? (num ? "mark on" : "mark taken off") + on : (num ? "marking of" : "taking off of the marks of") + on;
    case What::note_delete: return "deletion of" + on;
    case What::card_suspend: return (num ? "suspension of" : "resuming of") + on;
    case What::card_bury: return (num ? "burying of" : "bringing back of") + on;
    case What::card_due: return "moving of " + counted(notes, "card") + " to other days";
    case What::card_reset: return "reset of" + on;
    case What::away: return "days away";
    case What::new_limit: return "today's limit of new cards (" + std::to_string(num) + ")";
    default: return "import that changed " + counted(notes, "card");
  }
}

// Whether a batch has what only imports write.
bool imports(const std::set<int>& kinds) {
  return kinds.contains(static_cast<int>(What::note_source)) || kinds.contains(static_cast<int>(What::note_alias)) ||
         kinds.contains(static_cast<int>(What::note_orphan));
}

// `setting of retention of es::verbs`.
std::string describe_setting(Store& store, const BatchRange& batch) {
  Statement& find = store.sql("SELECT ifnull(ent, 0), group_concat(q, ', ') FROM change WHERE id >= ? AND id < ? AND what = 67");
  find.bind(1, batch.first).bind(2, batch.first + batch.length).step();
  const std::int64_t deck = find.number(0);
  const std::string keys(find.text(1));
  find.reset();
  return "setting of " + keys + " of " + (deck == 0 ? std::string("all decks") : deck_name(store, DeckId{deck}));
}

// `renaming of the deck es to spanish`, `deletion of the deck es with 40 cards`.
std::string describe_decks(Store& store, const BatchRange& batch, std::int64_t notes) {
  Statement& find = store.sql("SELECT what, ent, q FROM change WHERE id >= ? AND id < ? AND what IN (68, 69) ORDER BY id LIMIT 1");
  if (!find.bind(1, batch.first).bind(2, batch.first + batch.length).step()) return "change of decks";
  const bool renamed = find.number(0) == static_cast<int>(What::deck_rename);
  const DeckId deck{find.number(1)};
  const std::string name(find.text(2));
  find.reset();
  if (renamed) return "renaming of a deck to " + name;
  return "deletion of the deck " + deck_name(store, deck) + " with " + counted(notes, "card");
}

std::int64_t number_of(Store& store, const char* sql, const BatchRange& batch) {
  Statement& find = store.sql(sql);
  find.bind(1, batch.first).bind(2, batch.first + batch.length).step();
  const std::int64_t number = find.number(0);
  find.reset();
  return number;
}

// Cards of an import that were answered since: their reviews stay when it is taken back.
std::int64_t reviewed_cards(Store& store, const BatchRange& batch) {
  return number_of(store,
                   "SELECT count(*) FROM change JOIN card ON card.id BETWEEN change.ent << 10 AND (change.ent << 10) + 1023"
                   " WHERE change.id >= ?1 AND change.id < ?2 AND change.what = 1 AND card.reps > 0 AND (card.head >= ?2"
                   " OR EXISTS(SELECT 1 FROM review INDEXED BY review_far WHERE review.card = card.id"
                   " AND review.id >= 1099511627776 AND (review.id < ?1 OR review.id >= ?2)))",
                   batch);
}

// `import of 7 cards and 340 answers`.
std::string describe_import(Store& store, const BatchRange& batch) {
  const std::int64_t cards = number_of(
      store, "SELECT count(*) FROM change JOIN card ON card.id BETWEEN change.ent << 10 AND (change.ent << 10) + 1023"
             " WHERE change.id >= ?1 AND change.id < ?2 AND change.what IN (1, 3)", batch);
  const std::int64_t answers = number_of(store, "SELECT count(*) FROM review WHERE id >= ?1 AND id < ?2", batch);
  return "import of " + counted(cards, "card") + (answers > 0 ? " and " + counted(answers, "answer") : "");
}

}  // namespace

UndoResult describe(Store& store, const BatchRange& batch) {
  UndoResult result;
  result.entry = entry_name(store, EntryId{batch.first});
  result.entries = batch.length;
  if (batch.length == 1) result.what = describe_answer(store, batch.first);
  if (!result.what.empty()) return result;
  std::int64_t fresh = 0, edited = 0, undos = 0, limits = 0, decks_gone = 0, purges = 0, first_num = 0;
  std::set<int> kinds;
  std::set<std::int64_t> notes;
  int first_what = 0;
  Statement& find = store.sql("SELECT what, ent, num, part FROM change WHERE id >= ? AND id < ? ORDER BY id");
  find.bind(1, batch.first).bind(2, batch.first + batch.length);
  while (find.step()) {
    const int what = static_cast<int>(find.number(0));
    // A new card's deck and the parameters that a new day names come first, and are not what was done.
    if (first_what == 0 || first_what == static_cast<int>(What::deck_new) || first_what == static_cast<int>(What::parameters))
      first_what = what, first_num = find.number(2);
    if (about_note(what)) notes.insert(find.number(1));
    if (about_note(what)) kinds.insert(what);
    purges += what == static_cast<int>(What::purge) && !find.null(1);
    fresh += what == static_cast<int>(What::note_new) && find.number(3) != typed_by_hand;
    decks_gone += what == static_cast<int>(What::deck_delete);
    edited += what == static_cast<int>(What::note_update);
    undos += what == static_cast<int>(What::undo);
    limits += what == static_cast<int>(What::new_limit);
  }
  if (fresh + edited > 0) {
    result.what = describe_import(store, batch);
    result.reviewed = reviewed_cards(store, batch);
  } else if (first_what == static_cast<int>(What::deck_setting)) {
    result.what = describe_setting(store, batch);
  } else if (first_what == static_cast<int>(What::card_due) && limits > 0) {
    result.what = "catch-up of " + counted(static_cast<std::int64_t>(notes.size()), "card");
  } else if (purges > 0) {
    result.what = "purge of " + counted(purges, "card");
  } else if (kinds == std::set<int>{static_cast<int>(What::card_due), static_cast<int>(What::card_bury)} && notes.size() == 1) {
    result.what = "rest of " + asked(store, NoteId{*notes.begin()});
  } else if (about_deck(first_what) || decks_gone > 0) {
    result.what = describe_decks(store, batch, static_cast<std::int64_t>(notes.size()));
  } else if (kinds.size() > 1 && !imports(kinds)) {
    result.what = "edit of " + (notes.size() == 1 ? asked(store, NoteId{*notes.begin()}) : counted(static_cast<std::int64_t>(notes.size()), "card"));
  } else if (undos > 0) {
    result.what = "undo of " + counted(undos, "answer");
  } else {
    result.what = deed(store, first_what, first_num, notes.empty() ? 0 : *notes.begin(), static_cast<std::int64_t>(notes.size()));
  }
  return result;
}

}  // namespace ebb
