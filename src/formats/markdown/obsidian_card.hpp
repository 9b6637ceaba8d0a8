// One card of Obsidian's spaced repetition: separators within a line, marked text as clozes, tags in front of it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/cloze.hpp"

namespace ebb {

// Where a line is split into question and answer: `::`, or `:::` for both ways. Not within `code`.
struct InlineSplit {
  std::size_t at = 0, length = 0;
  bool both_ways = false;
};
std::optional<InlineSplit> inline_split(std::string_view line);

// ==hidden==, also ==1;;hidden;;hint==. Without a number each hole has the next.
Cloze parse_marked(std::string_view text);

// Tags at the start of a text, taken off it: `#flashcards/a/b #other`.
struct LeadingTags {
  bool decks = false;             // at least one is a flashcards tag
  std::string deck;               // of the first flashcards tag that names one
  std::vector<std::string> more;  // the others, without `#`
};
LeadingTags take_leading_tags(std::string& text);

// Takes a block id (` ^abc`) off the end of a text; empty if there is none.
std::string take_block_id(std::string& text);

}  // namespace ebb
