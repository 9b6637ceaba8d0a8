// The types of canonical cards that make other cards than question and answer: cloze, reversed, list, choice.
#pragma once
#include <string>
#include <vector>

#include "ebb/core/import.hpp"

namespace ebb {

// What a JSON card says beside its sides. Lists and objects are compact JSON, empty where the card has none.
struct CardExtras {
  std::string type;   // small letters; empty if it has none
  std::string cloze;  // Anki's marks
  std::vector<std::string> items, choices;
  std::string schedule, reviews;
  std::string performance;  // of hashcards
  std::vector<ImportedReview> answers;  // of hashcards, which lists them elsewhere
  std::string text;         // of hashcards' cloze, with the bytes it hides, both ends included
  int start = -1, end = -1;
  int flag = 0;
  // Which of the types it is, by its type or by the members that only one has.
  bool is_cloze() const { return type == "cloze" || (type.empty() && !cloze.empty()) || !text.empty(); }
  bool is_list() const { return type == "list" || (type.empty() && !items.empty()); }
  bool is_choice() const { return type == "choice"; }
};

// Makes the cards of a note that has its sides and the rest in `more`. Returns why it cannot be taken; empty if it can.
std::string make_cards(ImportedNote& note, const CardExtras& extras);
// Gives the cards their schedules and histories. Returns how many of these could not be read.
int schedule_cards(ImportedNote& note, CardExtras& extras);

}  // namespace ebb
