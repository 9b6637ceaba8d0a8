// A table as rows of text.
#pragma once
#include <vector>

#include "ebb/markup/card_text.hpp"

namespace ebb {

// At most `width` cells wide: the widest columns give way, their cells are wrapped.
std::vector<Pieces> table_rows(const TextBlock& table, int width, bool ascii);

}  // namespace ebb
