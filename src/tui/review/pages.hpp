// The pages of review, each a pure function of the state; `render` in render.hpp chooses among them.
#pragma once
#include "tui/review/layout.hpp"

namespace ebb {

/// The first row: deck, tags, and how far it is. With a blank row under it where there is room.
std::vector<Row> header(const ReviewState& state, Size size, const ScreenLooks& looks);
/// The grade keys, each with what it would do, and beside them the other live keys.
std::vector<Row> grade_bar(const ReviewState& state, Size size, const ScreenLooks& looks);

Page card_page(const ReviewState& state, Size size, const ScreenLooks& looks);
Page help_page(Size size, const ScreenLooks& looks);
Page lines_page(const ReviewState& state, Size size, const ScreenLooks& looks);
/// A card that was forgotten too often, and what can be done about it.
Page leech_page(const ReviewState& state, Size size, const ScreenLooks& looks);
/// Nothing of the card: it is hidden while no time counts.
Page paused_page(Size size, const ScreenLooks& looks);
Page summary_page(const ReviewState& state, Size size, const ScreenLooks& looks);

/// A line of keys: as many of them as fit, the first ones first. A key's name is bold, what it does is plain.
struct LiveKey {
  std::string key, does;
  bool live = true;  ///< keys that would do nothing now are not listed
};
Row key_line(const std::vector<LiveKey>& keys, int width);

}  // namespace ebb
