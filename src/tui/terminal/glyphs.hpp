// The few characters that the program draws by itself, with their forms for terminals that know only ASCII.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

/// The glyphs of one kind of terminal.
struct Glyphs {
  std::string_view rule, dot, more_below, more_above, marked;
};

/// The glyphs to draw with.
constexpr Glyphs glyphs(bool ascii) {
  return ascii ? Glyphs{"----", "|", "v", "^", "*"} : Glyphs{"────", "·", "▼", "▲", "●"};
}

/// The program's own lines (why, about) with `→ × · … –` spelt in ASCII; other text stays.
std::string spelt_in_ascii(std::string_view line);

}  // namespace ebb
