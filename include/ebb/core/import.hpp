// What a deck file turns into: notes and problems, handed one by one to a sink so that a million fit in little memory.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/memory.hpp"
#include "ebb/core/review.hpp"

namespace ebb {

/// Something in the user's data that is not as it should be. Never thrown: the good cards still arrive.
struct Problem {
  std::string file;    ///< as the user named it; `-` for standard input
  int line = 0;        ///< from 1; 0 when there is none
  int column = 0;      ///< from 1, in bytes; 0 when there is none
  int card = 0;        ///< which card of the file, from 1; 0 when it is about none
  std::string what;    ///< a sentence: what is wrong, what was done, the nearest valid key where there is one
  bool left_out = false;  ///< the card was not taken (as against taken with a warning)
};

/// An answer that was given in another program. The study day is worked out by the reader, which knows the rollover hour.
struct ImportedReview {
  Instant at;
  int offset_min = 0;   ///< local time minus UTC, in minutes
  Day day;
  Quality quality = Quality::good;
  Millis took{0};
  Intent intent = Intent::answer;
  std::string more;     ///< a JSON object of what else the file says of it, kept verbatim; empty if nothing
};

/// One card of a note that has several, or a card that comes with a schedule or a history.
struct ImportedCard {
  int ordinal = 0;                ///< 0..1023, each once in a note
  std::string question, answer;   ///< the card's own text; both empty: the note's
  std::optional<Memory> memory;   ///< the schedule it had there, `Memory{}` if it was made new again after `reviews`;
                                  ///< nothing: new, or to be folded from `reviews`
  bool suspended = false, buried = false;
  int flag = 0;                   ///< Anki's coloured flag, 0..7
  std::vector<ImportedReview> reviews;  ///< oldest first
  std::string more;               ///< a JSON object of what else the file says of it, kept verbatim; empty if nothing
};

/// A picture or a sound that notes of the file name.
struct ImportedMedia {
  std::string name;   ///< as the notes name it; a label, never a path
  std::string bytes;
  bool inner = false;  ///< nothing that people made: it goes with the format, as the definition of a note type does
};

/// One note as a deck file gives it.
struct ImportedNote {
  std::string id;        ///< the file's stable id; empty if it has none
  std::string deck;      ///< full deck name, levels separated by `::`
  std::string deck_id;   ///< the file's stable id of the deck; empty if it has none
  std::string question;  ///< UTF-8, NFC; never blank
  std::string answer;    ///< UTF-8, NFC; may be empty (told as a warning)
  std::vector<std::string> tags;  ///< without spaces, in file order, each once
  std::string more;      ///< a JSON object of everything else the file says, kept verbatim; empty if nothing
  bool suspended = false;
  std::vector<ImportedCard> cards;  ///< empty: one card, with the note's text
  int card = 0;          ///< which card of the file, from 1
  int line = 0;          ///< where it starts, from 1; 0 if unknown
};

/// One entry of another collection's log, from a `--full` export: a JSON object in the words of docs/json.md.
struct ImportedEntry {
  std::string json;
};

/// Where a reader puts what it finds, in file order.
class ImportSink {
 public:
  virtual ~ImportSink() = default;
  /// A good card.
  virtual void note(ImportedNote&& note) = 0;
  /// A card that was left out, or a warning.
  virtual void problem(Problem&& problem) = 0;
  /// An entry of a full export; entries arrive in the order of the file.
  virtual void entry(ImportedEntry&& entry) = 0;
  /// A picture or a sound; those that a sink does not want are dropped.
  virtual void media(ImportedMedia&& media) { static_cast<void>(media); }
  /// How far the reader is, in bytes of the file; called now and then.
  virtual void progress(std::size_t done_bytes, std::size_t total_bytes) = 0;
};

}  // namespace ebb
