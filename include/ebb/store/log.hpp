// What happened, newest first, and taking it back.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// One entry of the log, in words.
struct LogLine {
  std::string entry;  ///< `DEVICE:SEQ`
  std::string batch;  ///< the entry that the user's command began with
  Instant at;
  std::string what;   ///< `review`, `note.new`, `note.text`, `note.alias`, `card.suspend`, `undo` … (docs/database.md)
  std::string card;   ///< public id of the card or note it is about; empty if none
  std::optional<Quality> quality;
  std::int64_t took_ms = 0;
  std::string kind;   ///< `answer` or `cram` for a review
  Day day{};          ///< its study day, for a review
  int offset_min = 0; ///< local time minus UTC when it was answered, for a review
  std::string detail; ///< a short text: the question, the deck's name, what was undone
  bool undone = false;
  bool off = false;   ///< a mark, suspension, bury, deletion or orphan that is taken back
  bool typed = false; ///< a new note that no file brought
};

/// The entries, newest first; `visit` returns false to stop.
void for_each_entry(Collection& collection, const std::function<bool(const LogLine&)>& visit);

/// What an undo or redo did, or would do.
struct UndoResult {
  std::string entry;     ///< the batch that was taken back or brought again
  std::string what;      ///< in words: `import of 7 cards`, `Good on "When training …"`
  std::int64_t entries = 0;
  std::int64_t reviewed = 0;  ///< cards of an undone import that have been reviewed: their reviews are kept
  std::string told;      ///< a further line: the card's new due date; empty if none
};

/// The newest live batch of this device, as `undo` would take it; nothing if there is none.
std::optional<UndoResult> undoable(Collection& collection);
/// The batch of the entry that a person names, as `undo` would take it. Throws `Error(Exit::no)` with the reason if it
/// would not.
UndoResult undoable(Collection& collection, const std::string& entry);
/// Takes back the newest live batch of this device, or the named entry's batch. Throws `Error(Exit::no)` and changes
/// nothing if later entries took the place of all that it set.
std::optional<UndoResult> undo(Collection& collection, const Today& today, const std::string& entry = "");
/// Brings back the newest undo, while nothing else followed; with an `entry`, only if it was that one that it took.
std::optional<UndoResult> redo(Collection& collection, const Today& today, const std::string& entry = "");
/// Takes back all of the newest sitting's answers, as one batch of undos.
std::optional<UndoResult> undo_sitting(Collection& collection, const Today& today);

/// The whole log as JSON objects in merge order (hlc, device, sequence), for a full export: docs/json.md.
void for_each_entry_json(Collection& collection, const std::function<bool(const std::string&)>& visit);

}  // namespace ebb
