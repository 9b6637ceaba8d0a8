// The fold: from the entries of a note or a card to its row in the caches. Everything here can be run again at any time.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "ebb/core/memory.hpp"
#include "ebb/core/review.hpp"
#include "store/kinds.hpp"
#include "store/store.hpp"

namespace ebb {

// Whether an entry's batch has not been taken back.
bool is_live(Store& store, EntryId entry);

// A card's row.
struct CardRow {
  Memory memory;
  std::int64_t head = 0, par = 0;
  int flags = 0;
  bool live = false;  // not suspended, not hidden: it has a due value
};
std::optional<CardRow> read_card(Store& store, CardId card);
void write_card(Store& store, CardId card, const CardRow& row);

// An answer as logged.
struct LoggedReview {
  EntryId id;
  std::int64_t hlc = 0, par = 0;
  Review review;
  std::optional<Day> chosen_due;
};
// Reads the columns `review_columns` of a statement.
inline constexpr const char* review_columns = "id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due";
LoggedReview read_review(const Statement& statement);
// All answers of a card, live and undone, in merge order.
std::vector<LoggedReview> logged_reviews(Store& store, CardId card);

// One step of the fold.
Memory fold_step(const Store& store, const Memory& before, const LoggedReview& review);
// Folds the card's live answers and writes its row. The tally is another matter: see tally_card.
void refold_card(Store& store, CardId card);
// Adds (+1) or takes away (-1) what the card's live answers count in the tally.
void tally_card(Store& store, CardId card, int sign);
void add_to_tally(Store& store, Day day, Band band, Quality quality, int count, std::int64_t ms);

// What a note's entries come to.
struct NoteFacts {
  std::int64_t deck = 0, q = 0, a = 0, more = 0, src = 0, born = 0;
  std::int64_t newest_own = 0;           // device 0's newest entry about it; 0: none
  int flags = 0;
  std::map<int, bool> suspended;         // by ordinal
  std::map<int, std::int64_t> buried;    // by ordinal: study day
};
NoteFacts fold_note(Store& store, NoteId note);
// Device 0's newest entry about a note, from which `prev` leads back to the others; 0 if it wrote none.
std::int64_t own_head(Store& store, NoteId note);
// Folds the note's live entries and writes its row, its tags and its cards' visibility.
void refold_note(Store& store, NoteId note);
// Folds a deck's entries.
void refold_deck(Store& store, DeckId deck);

// Works out from the undo entries which batches are dead, and rewrites that table.
void recompute_dead(Store& store);
// Drops every cache and folds the whole log again. Opens its own transaction if none is open.
void rebuild_caches(Store& store);

}  // namespace ebb
