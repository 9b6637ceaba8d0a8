// Turns rows into cursor positions, SGR attributes and text.
#include "tui/terminal/paint.hpp"

#include <algorithm>
#include <string_view>

namespace ebb {
namespace {

// The SGR number of a named colour; 0 for the terminal's own.
int colour_code(const std::string& name) {
  const auto names = colour_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return 0;
  const int number = static_cast<int>(found - names.begin());
  return number < 8 ? 30 + number : 82 + number;
}

int colour_code(Colour colour, const ScreenTheme& theme) {
  switch (colour) {
    case Colour::red:
      return colour_code(theme.again);
    case Colour::green:
      return colour_code(theme.good);
    case Colour::yellow:
      return colour_code(theme.hard);
    case Colour::cyan:
      return colour_code(theme.easy);
    case Colour::blue:
      return 34;
    case Colour::magenta:
      return 35;
    case Colour::none:
      break;
  }
  return 0;
}

std::string attributes(const Style& style, bool colour, const ScreenTheme& theme) {
  std::string codes = "0";
  if (style.bold) codes += ";1";
  if (style.dim && theme.dim) codes += ";2";
  if (style.italic) codes += ";3";
  if (style.underlined) codes += ";4";
  const int code = colour ? colour_code(style.colour, theme) : 0;
  if (code > 0) codes += ";" + std::to_string(code);
  if (style.inverse) codes += ";7";
  if (colour && style.ink >= 0) codes += ";38;5;" + std::to_string(style.ink);
  if (colour && style.ground >= 0) codes += ";48;5;" + std::to_string(style.ground);
  return "\x1b[" + codes + "m";
}

void paint_row(std::string& out, const Row& row, std::size_t number, bool colour, const ScreenTheme& theme) {
  out += "\x1b[" + std::to_string(number + 1) + ";1H\x1b[2K";
  Style now;
  for (const Span& span : row.spans()) {
    if (span.style != now) out += attributes(span.style, colour, theme);
    now = span.style;
    out += span.text;
  }
  if (now != plain_style) out += "\x1b[0m";
}

}  // namespace

std::string paint(const Frame& frame, const Frame* before, bool colour, const ScreenTheme& theme) {
  const bool whole = !before || before->size != frame.size;
  std::string out = whole ? "\x1b[0m\x1b[2J" : "";
  for (std::size_t number = 0; number < frame.rows.size(); ++number)
    if (whole || frame.rows[number] != before->rows[number]) paint_row(out, frame.rows[number], number, colour, theme);
  return out;
}

}  // namespace ebb
