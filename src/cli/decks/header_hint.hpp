// A table whose first row may be the names of its columns, taken for a card.
#pragma once
#include <string>

#include "cli/decks/importing.hpp"

namespace ebb {

// What to say about the first row of a table that was read without a header; empty when it looks like the other rows.
std::string header_hint(const ImportOutcome& outcome);

}  // namespace ebb
