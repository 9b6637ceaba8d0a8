// One planned change in words.
#pragma once
#include <string>

#include "ebb/store/import.hpp"

namespace ebb {

// One or more lines, each ending in a newline: the old and the new text of an edit, the question of the rest.
std::string change_text(const PlannedChange& change);

}  // namespace ebb
