// Deck formats: bytes in, notes out, and back. The table of formats is in formats.cpp: one row each.
#pragma once
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/byte_source.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/import.hpp"

namespace ebb {

/// How a file is to be read.
struct ReadOptions {
  std::string format;     ///< a name from the table; empty: sniffed by content, then by suffix
  std::string deck;       ///< deck name that wins over the file's; empty: the file's
  std::string front_key;  ///< JSON key of the question; empty: by the alias table
  std::string back_key;   ///< JSON key of the answer
  std::string columns;    ///< `q,a,tags,deck,id,_` for delimited files; empty: by header
};

/// What the reader understood: never guessed in silence.
struct ReadReport {
  std::string format;              ///< name of the format: `json`, `text`, `csv`, `tsv`
  std::string shape;               ///< in words: `list of cards; question = "front", answer = "back", tags = "tags"`
  std::vector<std::string> told;   ///< further lines for the user (paragraphs joined, tags changed …)
  std::string deck;                ///< the first deck's name
  int taken = 0;                   ///< notes handed to the sink
  int left_out = 0;                ///< cards left out, each with a problem
  bool full = false;               ///< a `--full` export: entries were handed to the sink, not notes
};

/// Thrown when a file can be read in more than one way and the options do not say which: a person can be asked whether
/// `format` settles it.
class AmbiguousLayout : public Error {
 public:
  AmbiguousLayout(const std::string& text, std::string format, std::string question)
      : Error(Exit::input, text), format_(std::move(format)), question_(std::move(question)) {}
  /// The format that, when forced, reads the file.
  const std::string& format() const { return format_; }
  /// What to ask: yes means that format.
  const std::string& question() const { return question_; }

 private:
  std::string format_, question_;
};

/// Reads a deck file into a sink. Throws `Error(Exit::input)` when nothing can be read: not JSON, truncated, too deep,
/// not text, an ambiguous layout (the message names the `--format` that settles it).
ReadReport read_deck(ByteSource& source, const ReadOptions& options, ImportSink& sink);

/// One card as exports show it. Absent numbers are nothing.
struct ExportedCard {
  std::string id, deck, question, answer, state;
  std::vector<std::string> tags;
  std::string more;                ///< JSON object kept from import; empty if nothing
  bool suspended = false;
  std::string due;                 ///< `YYYY-MM-DD`; empty while new
  int interval = 0, reps = 0, lapses = 0;
  double ease = 2.5;
  std::string last_review;         ///< `YYYY-MM-DD`; empty while new
  int ordinal = 0;                 ///< which card of its note
  bool same_note = false;          ///< belongs to the same note as the card before it in this export
  std::vector<ImportedReview> reviews;  ///< oldest first; only in formats that carry a history
  std::optional<Memory> memory;    ///< all that is known of its schedule; nothing: the numbers above
  bool buried = false;
  int flag = 0;                    ///< Anki's coloured flag, 0..7
  std::string card_more;           ///< JSON object kept from import of this card (`more` is the note's)
};

/// Gives the next card to write; false at the end.
using NextCard = std::function<bool(ExportedCard&)>;
/// Gives the next log entry (a JSON object); false at the end.
using NextEntry = std::function<bool(std::string&)>;

/// What an export is made of.
struct ExportOptions {
  bool full = false;          ///< schedule and log too
  std::string exported_at;    ///< ISO 8601; only in full exports
  Today today{};              ///< the moment and its zone, for formats that carry days of their own
  /// The bytes of a picture or sound by the name that notes have for it; nothing if there is none, or none are kept.
  std::function<std::optional<std::string>(const std::string& name)> media{};
};

/// A format.
struct Format {
  std::string_view name;       ///< `json`
  std::string_view suffixes;   ///< `.json`
  std::string_view summary;    ///< one line for help
  /// How sure it is that these first bytes (up to 64 KiB) are its own: 0 no, 100 certain.
  int (*sniff)(std::string_view head, std::string_view file_name);
  /// Null if it cannot be read.
  ReadReport (*read)(ByteSource& source, const ReadOptions& options, ImportSink& sink);
  /// Null if it cannot be written.
  void (*write)(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
};

/// All formats.
std::span<const Format> formats();
/// The format of that name; null if there is none.
const Format* find_format(std::string_view name);

}  // namespace ebb
