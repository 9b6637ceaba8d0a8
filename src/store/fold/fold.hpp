// The fold: from the entries of a note or a card to its row in the caches. Everything here can be run again at any time.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "ebb/core/memory.hpp"
#include "ebb/core/review.hpp"
#include "store/file/store.hpp"
#include "store/fold/card_row.hpp"
#include "store/log/kinds.hpp"
#include "store/log/logged_reviews.hpp"

namespace ebb {

// Whether an entry's batch has not been taken back.
bool is_live(Store& store, EntryId entry);

// A card's memory as the log tells it: its seed, its live answers and its moves, all under one set of parameters.
struct FoldedCard {
  Memory memory;
  std::int64_t par = 0;
};
// Under the parameters that its newest answer or move names.
FoldedCard fold_card(Store& store, CardId card);
// Under another scheduler: what it would be if all of it had been answered with that. Its due day stays where it was put.
Memory fold_card_under(Store& store, CardId card, const Scheduler& scheduler);
// The same with every due day where the scheduler itself puts it: no choice, no move.
Memory fold_anew(Store& store, CardId card, std::int64_t par);
// Folds the card and writes its row. The tally is another matter: see tally_card.
void refold_card(Store& store, CardId card);

// Adds (+1) or takes away (-1) what the card's live answers count in the tally.
void tally_card(Store& store, CardId card, int sign);
void add_to_tally(Store& store, Day day, Band band, Quality quality, int count, std::int64_t ms);
// The band of an answer on `day`, the card's last answer before it having been on `last`.
Band band_after(const std::optional<Day>& last, Day day);

// An entry about a note or one of its cards, without its text.
struct NoteEntry {
  EntryId id;
  std::int64_t hlc = 0;
  int what = 0, part = 0;
  std::int64_t num = 0;
  std::int64_t prev = 0;
};
// The entries about a note in merge order; `head` is device 0's newest.
std::vector<NoteEntry> note_entries(Store& store, NoteId note, std::int64_t head);

// What a note's entries come to.
struct NoteFacts {
  std::int64_t deck = 0, q = 0, a = 0, more = 0, src = 0, born = 0;
  std::int64_t newest_own = 0;           // device 0's newest entry about it; 0: none
  int flags = 0;
  std::map<int, bool> suspended;         // by ordinal
  std::map<int, std::int64_t> buried;    // by ordinal: study day
  std::vector<std::int64_t> texts;       // entries that name its cards, undone ones too: each card keeps its row
};
NoteFacts fold_note(Store& store, NoteId note);
// Device 0's newest entry about a note, from which `prev` leads back to the others; 0 if it wrote none.
std::int64_t own_head(Store& store, NoteId note);
// Folds the note's live entries and writes its row, its tags and its cards' visibility.
void refold_note(Store& store, NoteId note);
// Folds a deck's entries.
void refold_deck(Store& store, DeckId deck);
// Works out which parameters each deck's settings come to (parameters_log.cpp).
void refold_settings(Store& store);

// Works out from the undo entries which batches are dead, and rewrites that table.
void recompute_dead(Store& store);
// Drops every cache and folds the whole log again. Opens its own transaction if none is open.
void rebuild_caches(Store& store);

}  // namespace ebb
