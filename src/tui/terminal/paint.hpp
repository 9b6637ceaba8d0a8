// A frame as the bytes that draw it.
#pragma once
#include <string>

#include "ebb/tui/review_screen.hpp"
#include "tui/terminal/frame.hpp"

namespace ebb {

/// The bytes that turn the screen from `before` into `frame`: rows that did not change are left out. Without `before`
/// (the first frame, after a resize, on Ctrl-L) the screen is cleared and every row drawn. Every row is positioned
/// absolutely and erased before its text, because terminals disagree on the width of emoji.
std::string paint(const Frame& frame, const Frame* before, bool colour, const ScreenTheme& theme = {});

}  // namespace ebb
