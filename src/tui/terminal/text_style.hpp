// How the tones of a card's text look on the screen.
#pragma once
#include "ebb/markup/card_text.hpp"
#include "tui/terminal/frame.hpp"

namespace ebb {

Style style_of(const Tone& tone);

}  // namespace ebb
