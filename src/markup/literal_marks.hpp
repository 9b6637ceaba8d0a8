// Plain text that looks like Markdown and is none.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// The text with stand-ins for signs that must stay as they are: `2*3*4`, `__init__`, `\d+`, `&amp;`, `<b>`, lines of
// code, indentation, and what would be a reference or an underlined heading.
std::string without_false_marks(std::string_view text);

}  // namespace ebb
