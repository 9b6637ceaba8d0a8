// Light colours for code: words of the language, text in quotes, numbers, comments.
#pragma once
#include <string_view>
#include <vector>

#include "ebb/markup/card_text.hpp"

namespace ebb {

// The lines of a block of code. A language that is not known colours text and numbers only.
std::vector<Pieces> coloured_code(std::string_view code, std::string_view language);

}  // namespace ebb
