// Cloze notes: the cards that a text with holes makes.
#pragma once
#include <string>

#include "ebb/core/import.hpp"
#include "ebb/text/cloze.hpp"

namespace ebb {

// Makes the note one with a card for each number, ordinal = number - 1, and puts the source into `more`. An answer that
// the note has already stands under the text on every card. Why it cannot be done; empty if it is.
[[nodiscard]] std::string make_cloze(ImportedNote& note, const Cloze& cloze);
// Makes the note one with two cards, forward and reverse, and says so in `more`.
void make_reversed(ImportedNote& note);

}  // namespace ebb
