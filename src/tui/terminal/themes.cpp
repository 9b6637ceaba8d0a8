// Colours by name. Only the sixteen that every terminal has: they follow the user's own palette.
#include "ebb/core/error.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {

ScreenTheme theme_called(const std::string& name) {
  if (name == "default") return {};
  // Yellow and cyan are hard to see on white.
  if (name == "light") return {"red", "magenta", "green", "blue", true};
  if (name == "contrast") return {"bright-red", "bright-yellow", "bright-green", "bright-cyan", false};
  throw Error(Exit::usage, "There is no theme `" + name + "`. There are: default, light, contrast");
}

std::vector<std::string> colour_names() {
  return {"black",        "red",        "green",        "yellow",        "blue",        "magenta",        "cyan",        "white",
          "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white"};
}

}  // namespace ebb
