// Characters that stand for something else while Markdown is parsed. They are no characters of Unicode, and safe text
// (`screen_text`) holds none, so nothing in a card can be taken for them.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace ebb {

// U+FDD0 and following, three bytes each.
enum class StandIn { maths, maths_end, hole, hole_end, literal, digit = 16 };

constexpr std::string_view literal_signs = "*_`\\[<&=- #~";  // one stand-in each, from `literal`

void append_stand_in(std::string& out, StandIn what, std::size_t offset = 0);
// The number of the stand-in at the start of the text; -1 if there is none.
int stand_in_at(std::string_view text);
constexpr std::size_t stand_in_size = 3;

}  // namespace ebb
