// A picture that another program drew as text, as rows that are safe for the screen.
#pragma once
#include <string_view>
#include <vector>

#include "tui/terminal/frame.hpp"

namespace ebb {

/// Keeps characters and SGR colours, at most `room`; every other escape and control is dropped. Any bytes are safe to
/// give.
std::vector<Row> picture_rows(std::string_view drawn, Size room);

}  // namespace ebb
