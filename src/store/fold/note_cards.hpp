// The cards of a note that has several, or one with something of its own: the member `cards` of its `more`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

// What is kept of a card beside its schedule.
struct NoteCard {
  int ordinal = 0;
  std::string question, answer;  // both empty: the note's
  int flag = 0;
  std::string more;              // a JSON object, as the file had it; empty if there was nothing
};

// The member for the cards of a note; empty for a plain one.
std::string cards_text(const ImportedNote& note);
// The cards that a `more` column names, by ordinal; none: one card, with the note's text.
std::vector<NoteCard> cards_in(std::string_view more);
// Only their ordinals; a plain note has the card 0.
std::vector<int> ordinals_in(std::string_view more);
// The column without what files say of a card's schedule, which changes with every answer: what imports compare.
std::string without_card_facts(std::string_view more);

}  // namespace ebb
