// Which programs of this machine show, play and draw, and with which words.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

using ProgramWords = std::vector<std::string>;

// The desktop's opener: xdg-open, open. `file` is a path that begins with a slash, as in all of these.
std::optional<ProgramWords> opener_of(const std::string& file);
// The first player there is: mpv, ffplay, afplay, paplay; aplay only for what it plays as it is.
std::optional<ProgramWords> player_of(const std::string& file, std::string_view ending);
// chafa, for a picture in so many cells.
struct DrawnIn {
  int columns = 0, rows = 0;
  bool colour = true, ascii = false;
  bool operator==(const DrawnIn&) const = default;
};
std::optional<ProgramWords> drawer_of(const std::string& file, const DrawnIn& in);

// `.png` of a name, in small letters, if it is one of pictures, sounds and films; empty for all else: what the desktop
// would run, or open in a browser, is not opened from a card.
std::string media_ending(std::string_view name);

}  // namespace ebb
