// Tabs at the beginning of a line, so that code on a card keeps its shape.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

/// The text with each tab in a line's indentation as blanks up to the next multiple of four columns. Other tabs stay.
std::string indented(std::string_view text);

}  // namespace ebb
