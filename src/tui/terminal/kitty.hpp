// Pictures by kitty's graphics protocol: sent once under a number, then drawn wherever its placeholder characters
// stand, so that a picture scrolls and is clipped like any text.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tui/terminal/frame.hpp"

namespace ebb {

/// The largest cells with the shape of a PNG that fit into `room`; nothing for bytes that are no PNG of a sane size.
std::optional<Size> png_cells(std::string_view png, Size room);

/// Sends a PNG under a number, 1 to 255, to be drawn in so many cells.
std::string kitty_picture(int number, std::string_view png, Size cells);
/// Frees it.
std::string kitty_removal(int number);
/// Its placeholders, a row each; their colour is the number.
std::vector<Row> kitty_rows(int number, Size cells);

}  // namespace ebb
