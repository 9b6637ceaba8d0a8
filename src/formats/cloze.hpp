// Cloze notes: a text with holes, from Anki's marks {{c1::hidden::hint}} and back, and the cards it makes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

// A part of a text that is hidden on the cards of its numbers. Holes may lie within one another.
struct Hole {
  std::size_t begin = 0, end = 0;  // in the text
  std::vector<int> numbers;        // from 1
  std::string hint;
};

struct Cloze {
  std::string text;         // with nothing hidden
  std::vector<Hole> holes;  // by where they begin, outer before inner
};

// Takes a text with Anki's marks apart. A mark that is never closed, or has number 0, stays as it is written.
Cloze parse_cloze(std::string_view marked);
// The inverse: reading it again gives the same text and holes. Signs of the text that would be marks are kept apart by
// U+2060, which cannot be seen.
std::string cloze_source(const Cloze& cloze);

// The text on the question side of a card: `[…]` or `[hint]` for what is hidden.
std::string cloze_question(const Cloze& cloze, int number);

// Makes the note one with a card for each number, ordinal = number - 1, and puts the source into `more`. An answer that
// the note has already stands under the text on every card. Why it cannot be done; empty if it is.
[[nodiscard]] std::string make_cloze(ImportedNote& note, const Cloze& cloze);
// Makes the note one with two cards, forward and reverse, and says so in `more`.
void make_reversed(ImportedNote& note);

}  // namespace ebb
