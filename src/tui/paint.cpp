// Turns rows into cursor positions, SGR attributes and text.
#include "tui/paint.hpp"

#include <string_view>

namespace ebb {
namespace {

std::string_view colour_code(Colour colour) {
  switch (colour) {
    case Colour::red:
      return "31";
    case Colour::green:
      return "32";
    case Colour::yellow:
      return "33";
    case Colour::cyan:
      return "36";
    case Colour::blue:
      return "34";
    case Colour::magenta:
      return "35";
    case Colour::none:
      break;
  }
  return "";
}

std::string attributes(Style style, bool colour) {
  std::string codes = "0";
  if (style.bold) codes += ";1";
  if (style.dim) codes += ";2";
  if (style.italic) codes += ";3";
  if (style.underlined) codes += ";4";
  if (colour && style.colour != Colour::none) codes += ";" + std::string(colour_code(style.colour));
  return "\x1b[" + codes + "m";
}

void paint_row(std::string& out, const Row& row, std::size_t number, bool colour) {
  out += "\x1b[" + std::to_string(number + 1) + ";1H\x1b[2K";
  Style now;
  for (const Span& span : row.spans()) {
    if (span.style != now) out += attributes(span.style, colour);
    now = span.style;
    out += span.text;
  }
  if (now != plain_style) out += "\x1b[0m";
}

}  // namespace

std::string paint(const Frame& frame, const Frame* before, bool colour) {
  const bool whole = !before || before->size != frame.size;
  std::string out = whole ? "\x1b[0m\x1b[2J" : "";
  for (std::size_t number = 0; number < frame.rows.size(); ++number)
    if (whole || frame.rows[number] != before->rows[number]) paint_row(out, frame.rows[number], number, colour);
  return out;
}

}  // namespace ebb
