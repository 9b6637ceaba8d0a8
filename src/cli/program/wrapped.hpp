// Pages of text at the width of a terminal.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// Safe text with every line wrapped at `width` cells, at most 100; as it is when `width` is 0, as without a terminal.
// What goes on in a new line stands under the text: under what follows the first gap of two blanks or more, as in a
// table of two columns, else under the first word.
std::string wrapped(std::string_view text, int width);
// The same for the text of a card, in which gaps mean nothing.
std::string wrapped_card(std::string_view text, int width);

}  // namespace ebb
