// From tones to attributes and the named colours.
#include "tui/terminal/text_style.hpp"

namespace ebb {
namespace {

Colour colour_of(Tone::Hue hue) {
  switch (hue) {
    case Tone::Hue::code:
    case Tone::Hue::hole:
      return Colour::cyan;
    case Tone::Hue::keyword:
      return Colour::blue;
    case Tone::Hue::literal:
    case Tone::Hue::right:
      return Colour::green;
    case Tone::Hue::number:
      return Colour::magenta;
    case Tone::Hue::wrong:
      return Colour::red;
    case Tone::Hue::comment:
    case Tone::Hue::none:
      break;
  }
  return Colour::none;
}

}  // namespace

Style style_of(const Tone& tone) {
  return {tone.strong, tone.faint || tone.hue == Tone::Hue::comment, colour_of(tone.hue), tone.emphasis, tone.underlined};
}

}  // namespace ebb
