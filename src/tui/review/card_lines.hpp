// A card's facts as lines, for the key `i`.
#pragma once
#include <string>
#include <vector>

#include "tui/review/review_state.hpp"

namespace ebb {

/// Deck, tags, id, state, interval, ease, counts.
std::vector<std::string> card_lines(const CardFace& card, Day day);

}  // namespace ebb
