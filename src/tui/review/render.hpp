// What the screen shows for a state: a pure function.
#pragma once
#include "tui/review/layout.hpp"

namespace ebb {

/// Draws the state for a terminal of some size.
Rendered render(const ReviewState& state, Size size, const ScreenLooks& looks);

}  // namespace ebb
