// Changing a collection by hand: notes typed, edited and sorted, cards set aside, decks and tags renamed.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/import.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// A note as it is now: what is edited.
struct NoteView {
  NoteId note;
  std::string id;  ///< 32 hexadecimal digits
  std::string deck, question, answer;
  std::vector<std::string> tags;
  std::string file_keys;            ///< a JSON object of what else its file said, as it said it; empty if nothing
  std::vector<ImportedCard> cards;  ///< of a note that has several, or whose card has something of its own; else empty
};
/// One note; nothing if it is not there or deleted.
std::optional<NoteView> find_note(Collection& collection, NoteId note);
/// Whether two views say the same: deck, texts, tags, keys and cards.
bool same_note(const NoteView& a, const NoteView& b);

/// A note that asks nearly the same as one that is about to be made.
struct NearNote {
  std::size_t of = 0;  ///< which of the questions
  NoteId note;
  std::string id, deck, question, answer;
  double likeness = 0;  ///< 0..1; 1: the same but for case, accents and marks
};
/// The live notes that are like the questions, at most three for each. Reads every note's question once.
std::vector<NearNote> near_notes(Collection& collection, const std::vector<std::string>& questions);

/// One command that changes cards: one batch, one undo. Holds the write lock while it lives, so ask before it is made;
/// nothing is changed unless `commit` is called and returns. Each member returns whether it changed something.
class Edits {
 public:
  Edits(Collection& collection, const Today& today);
  ~Edits();
  Edits(const Edits&) = delete;
  Edits& operator=(const Edits&) = delete;

  /// Makes a note, and its deck where there is none of that name. Texts are stored as they are. `id` and what the file
  /// said of schedules are not looked at.
  NoteId add(const ImportedNote& note);
  /// Gives a note the deck, texts, tags, keys and cards of `now`; its id and history stay. Cards that it has no longer
  /// keep their history, and are back with it when the note gets them again.
  bool write(NoteId note, const ImportedNote& now);
  /// Puts the note into a deck; makes the deck where there is none of that name.
  bool move(NoteId note, const std::string& deck);
  /// Adds and takes away tags; those to take away are compared without case.
  bool tag(NoteId note, const std::vector<std::string>& add, const std::vector<std::string>& remove);
  /// Gives a tag another name on this note, the tags under it (`::`) too.
  bool rename_tag(NoteId note, const std::string& from, const std::string& to);
  bool mark(NoteId note, bool on);
  bool remove(NoteId note);
  bool suspend(CardId card, bool on);
  /// Until the study day is over; `on` false brings it back today.
  bool bury(CardId card, bool on);
  /// Moves a card that has been answered to another day, never before its last answer.
  bool set_due(CardId card, Day due);
  /// Forgets the schedule: the card is new again. Its answers stay in the log and in the statistics.
  bool reset(CardId card);
  /// Renames a deck and those under it. Returns how many. Throws `Error(Exit::no)` if a name is taken.
  int rename_deck(const std::string& from, const std::string& to);
  /// Deletes a deck, those under it, and all their notes. Returns how many notes.
  std::int64_t remove_deck(const std::string& deck);

  /// Saves it all; the name of the batch, `DEVICE:SEQ`, or empty if nothing changed.
  std::string commit();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// A tag and how many live notes have it; `::` separates levels, each named in full.
struct TagCount {
  std::string name;
  std::int64_t notes = 0;
};
/// The tags that live notes have, by name.
std::vector<TagCount> tags_in_use(Collection& collection);
/// The live notes with this tag or one under it; names compared without case.
std::vector<NoteId> notes_tagged(Collection& collection, const std::string& tag);
/// How many live notes are in a deck and those under it.
std::int64_t notes_in_deck(Collection& collection, const std::string& deck);

}  // namespace ebb
