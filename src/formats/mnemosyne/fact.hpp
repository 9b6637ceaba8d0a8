// Mnemosyne's facts: what is known, and the cards that ask for it.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/intake.hpp"

namespace ebb {

struct MnemosyneCard {
  std::string id, type, view;  // `2`, `2.1`
  int grade = -1;              // -1: never seen
  double easiness = 2.5;
  std::int64_t last = 0, next = 0;  // seconds
  int acquisitions = 0, retentions = 0, lapses = 0;
  std::vector<ImportedReview> reviews;
};

struct MnemosyneFact {
  std::string id;
  std::map<std::string, std::string, std::less<>> data;  // `f`, `b`, `m_1` …
  std::vector<MnemosyneCard> cards;
  std::vector<std::string> tags;
};

// Mnemosyne's HTML as text: there line ends count.
std::string mnemosyne_text(std::string_view html);
// Where a card stands; `last` and `due` are its days.
Memory mnemosyne_memory(const MnemosyneCard& card, Day last, Day due);
// The same with days from the card's seconds; nothing if it was never seen.
std::optional<Memory> mnemosyne_memory(const MnemosyneCard& card);
// Hands the fact on as a note. `number` is its place in the file.
void take_fact(const MnemosyneFact& fact, int number, const std::string& deck, Intake& intake);

}  // namespace ebb
