// What every reader does with a card before handing it on: size, normal form, blank sides, ids, tags, the deck's name.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/formats/formats.hpp"
#include "formats/clean_text.hpp"

namespace ebb {

// The longest side of a card, in bytes.
inline constexpr std::size_t longest_field = std::size_t{1} << 20;

// Whether a text has nothing to see: only blanks of any script.
bool blank(std::string_view text);
// A text without blanks at its ends.
std::string_view trimmed(std::string_view text);
// The deck's name when a file gives none: its own name without folder and suffix.
std::string deck_from_file(const std::string& file);
// Adds a tag, in normal form and each once; blanks and commas inside become `_`. Returns whether that changed it.
bool add_tag(std::vector<std::string>& tags, std::string_view tag);

// A set of ids as 64-bit hashes: sixteen bytes each, so that a million fit.
class SeenIds {
 public:
  // False if it was there already.
  bool add(std::string_view id);

 private:
  void grow();
  std::vector<std::uint64_t> slots_;
  std::size_t used_ = 0;
};

class Intake {
 public:
  Intake(ImportSink& sink, ReadReport& report, std::string file, std::string default_deck)
      : sink_(sink), report_(report), file_(std::move(file)), default_deck_(std::move(default_deck)) {}

  // Checks a card, mends what can be mended, and hands it on or leaves it out. `column` is for problems.
  void take(ImportedNote&& note, int column);
  // The card is not taken.
  void leave_out(int card, Place at, std::string what);
  // Something to know about a card that is taken, or about none (`card` 0).
  void warn(int card, Place at, std::string what);
  // A line for the user, once, with how often it applied.
  void tell(std::string_view line);
  // Adds a tag and tells if it had to be changed.
  void tag(std::vector<std::string>& tags, std::string_view tag);
  // A string of tags, separated by blanks or commas.
  void tag_list(std::vector<std::string>& tags, std::string_view list);
  // Bad bytes before `end`: leaves out the card that began at `begin`, warns of others. True if the card is left out.
  bool left_out_for_bytes(CleanText& text, std::size_t begin, std::size_t end, int card);
  // Tells of encodings and repeats what was told. Call once, at the end.
  void finish(CleanText& text);
  // The same for a file that is not text.
  void finish();
  ImportSink& sink() { return sink_; }

 private:
  const char* too_long(const ImportedNote& note) const;
  void mend_text(std::string& text);
  void mend_id(ImportedNote& note, Place at);
  void mend_deck(std::string& deck);

  ImportSink& sink_;
  ReadReport& report_;
  std::string file_, default_deck_;
  std::string last_raw_deck_, last_deck_;
  SeenIds ids_;
  std::vector<std::string> lines_;
  std::map<std::string, int, std::less<>> told_;
};

}  // namespace ebb
