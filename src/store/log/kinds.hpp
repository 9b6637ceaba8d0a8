// The kinds of log entries other than reviews. Numbers are for ever: a released kind is never reused.
#pragma once
#include <cstdint>
#include <string_view>

namespace ebb {

// Kinds below 64 are about a note or one of its cards (ent = note); from 64 on they are rare and indexed.
enum class What : int {
  note_new = 1,      // num = deck, guid, all text; part = typed_by_hand where no file brought it
  note_text = 2,     // the user edited it
  note_update = 3,   // an import edited it: text in force and base of the next compare
  note_source = 4,   // an import saw this text and kept the user's: only the base of the next compare
  note_alias = 5,    // guid: another name of the note
  note_deck = 6,     // num = deck
  note_orphan = 7,   // num = 1 gone from its file, 0 back
  note_delete = 8,   // num = 1 or 0
  note_mark = 9,     // num = 1 or 0, q = what was noted with it
  card_suspend = 16, // part = ordinal, num = 1 or 0
  card_bury = 17,    // part = ordinal, num = study day
  card_due = 18,     // part = ordinal, num = study day, more = {"params":ENTRY}: it is moved there
  card_seed = 19,    // part = ordinal, more = the schedule it came with (card_events.cpp)
  card_reset = 20,   // part = ordinal: its schedule is forgotten, it is new again
  deck_new = 64,     // ent = deck, guid, q = name
  deck_alias = 65,   // ent = deck, guid
  deck_name = 66,    // ent = deck, q = name
  deck_setting = 67, // ent = deck (none: all decks), q = key, a = value (none: taken away)
  deck_rename = 68,  // ent = deck, q = name that the user gave it: a file's next name does not change it
  deck_delete = 69,  // ent = deck
  new_limit = 71,    // num = new cards allowed, part = study day
  parameters = 72,   // more = every setting of a deck, which answers name from then on (parameters_log.cpp)
  media = 73,        // q = a name that notes have for a picture or a sound, a = the hash its file is named by, num = bytes
  away = 74,         // num = first study day away, part = the last; part = 0: back from day num on
  undo = 80,         // ent = first entry of the batch that is taken back (an undo too: that is redo)
  purge = 81,        // ent = note whose text is gone from the log; without one: num = entries of the device in more,
                     // guid = their chained hash after it (purge.cpp)
  seal = 90,         // num = entries sealed by it, guid = chained hash
};

// `note.new`, `card.suspend` …; empty for a kind this program does not know.
std::string_view name_of(What what);
// The kind of that name, or the number in `#123`; 0 if it is neither.
int kind_from(std::string_view name);
inline bool about_note(int what) { return what > 0 && what < 64; }
inline bool about_schedule(int what) { return what >= static_cast<int>(What::card_due) && what <= static_cast<int>(What::card_reset); }
inline bool about_deck(int what) { return what >= 64 && what < 71; }

// In `part` of note_new: all three texts, as 0 says too.
inline constexpr int typed_by_hand = 7;

// Flags of note rows.
enum NoteFlag : int { note_deleted = 1, note_is_orphan = 2, note_marked = 4, note_unborn = 8 };
inline constexpr int note_hidden = note_deleted | note_unborn;
// Flags of card rows.
enum CardFlag : int { card_suspended = 1, card_gone = 2 };  // gone: its note has it no longer
// New cards queue behind every study day, in the order they were added.
inline constexpr std::int64_t new_position = 1000000;

}  // namespace ebb
