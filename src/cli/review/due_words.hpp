// The counts of the day in words, shared by the status and `ebb due`.
#pragma once
#include <string>

#include "cli/program/looks.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

// How long today's cards take: each due and drilled card once, new cards too.
Millis time_to_go(const Counts& counts);
// `12 due · 3 to drill · 10 new    about 7 minutes`.
std::string counts_line(const Counts& counts, const Looks& looks);
// One line a deck.
std::string deck_line(const DeckCounts& deck, int name_width, const Looks& looks);
// The width that deck names are padded to.
int deck_name_width(const std::vector<DeckCounts>& rows, const Looks& looks);

}  // namespace ebb
