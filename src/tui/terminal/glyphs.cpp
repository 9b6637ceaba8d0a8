// Spells the program's own characters in ASCII.
#include "tui/terminal/glyphs.hpp"

#include <utility>

namespace ebb {

std::string spelt_in_ascii(std::string_view line) {
  static constexpr std::pair<std::string_view, std::string_view> spellings[] = {
      {"→", "->"}, {"×", "x"}, {"·", "|"}, {"…", "..."}, {"–", "-"}};
  std::string out(line);
  for (const auto& [glyph, ascii] : spellings)
    for (std::size_t at = 0; (at = out.find(glyph, at)) != std::string::npos; at += ascii.size())
      out.replace(at, glyph.size(), ascii);
  return out;
}

}  // namespace ebb
