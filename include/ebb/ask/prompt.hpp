// How a card is asked: what its kind (cloze, list, choice, typed …) and the other members of its note mean.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/markup/card_text.hpp"

namespace ebb {

/// A card to ask.
struct CardToAsk {
  std::string_view question, answer;  ///< as stored
  std::string_view note_keys;         ///< a JSON object: what else the note's file said (`CardView::file_keys`); may be empty
  int ordinal = 0;
  std::uint64_t seed = 0;  ///< shuffles the options of a multiple choice
};

/// What is asked, and what stands ready beside it.
struct Prompt {
  std::string question, answer;
  std::vector<HoleRange> holes;      ///< of the answer: what the question hid
  std::vector<std::string> options;  ///< of a multiple choice, as they are shown; else empty
  int right = 0;                     ///< which of them is right, from 1
  bool typed = false;                ///< the note asks for a typed answer
  std::vector<std::string> accepted; ///< what a typed answer may be, the answer itself first; plain text
  std::vector<std::string> hints;    ///< one by one
  std::string notes, source;         ///< shown under the answer
};

/// Takes a card's note into account. Never throws: members that are not as they should be count for nothing.
Prompt prompt_of(const CardToAsk& card);

/// The seed of a card's options: another one each time that the card is asked.
std::uint64_t option_seed(std::uint64_t sitting, std::string_view card, int reviews);

/// The options as lines, `1) …`; the right one and a wrong choice marked once the answer is shown (`chosen` 0: none).
std::string options_text(const Prompt& prompt, bool revealed, int chosen);

}  // namespace ebb
