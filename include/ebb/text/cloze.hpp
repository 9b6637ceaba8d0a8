// A text with holes: Anki's marks {{c1::hidden::hint}}, taken apart and put back.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// A part of a text that is hidden on the cards of its numbers. Holes may lie within one another.
struct Hole {
  std::size_t begin = 0, end = 0;  ///< in the text
  std::vector<int> numbers;        ///< from 1
  std::string hint;
};

/// A text with holes.
struct Cloze {
  std::string text;         ///< with nothing hidden
  std::vector<Hole> holes;  ///< by where they begin, outer before inner
};

/// Takes a text with Anki's marks apart. A mark that is never closed, or has number 0, stays as it is written.
Cloze parse_cloze(std::string_view marked);
/// The inverse: reading it again gives the same text and holes. Signs of the text that would be marks are kept apart by
/// U+2060, which cannot be seen.
std::string cloze_source(const Cloze& cloze);

/// The text on the question side of a card: `[…]` or `[hint]` for what is hidden.
std::string cloze_question(const Cloze& cloze, int number);

}  // namespace ebb
