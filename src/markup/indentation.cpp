// Expands the tabs before the first other character of a line.
#include "markup/indentation.hpp"

namespace ebb {
namespace {

constexpr std::size_t tab_width = 4;

}  // namespace

std::string indented(std::string_view text) {
  std::string out;
  std::size_t column = 0;
  bool leading = true;
  for (const char byte : text) {
    if (byte == '\t' && leading) {
      const std::size_t blanks = tab_width - column % tab_width;
      out.append(blanks, ' ');
      column += blanks;
      continue;
    }
    leading = byte == '\n' || (leading && byte == ' ');
    column = byte == '\n' ? 0 : column + 1;
    out += byte;
  }
  return out;
}

}  // namespace ebb
