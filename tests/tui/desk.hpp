// A reviewer with a person at it: what the tests of keys and pages type on.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tui/paper_sitting.hpp"
#include "tui/review/reviewer.hpp"
#include "tui/terminal/key_reader.hpp"

namespace ebb::test {

// A reviewer with hands: types bytes, lets time pass, looks at the screen.
struct Desk {
  explicit Desk(std::vector<CardFace> cards, ScreenLooks looks = {}, Size screen = {80, 24})
      : sitting(std::move(cards)), reviewer(sitting, looks, [this] { return clock; }), size(screen) {
    clock = Millis{1000};
    look();
  }
  std::string look() { return shown = frame_text(reviewer.frame(size)); }
  // Each key a second after the one before, unless told otherwise.
  void type(std::string_view bytes, Millis pause = Millis{1000}) {
    for (const Key& key : keys.feed(bytes)) {
      clock += pause;
      left = reviewer.press(key);
      look();
    }
  }
  // Nothing is typed for a while.
  void wait() {
    clock += Millis{1000};
    if (const auto key = keys.quiet()) left = reviewer.press(*key);
    look();
  }
  bool shows(std::string_view text) const { return shown.find(text) != std::string::npos; }
  PaperSitting sitting;
  Millis clock{0};
  Reviewer reviewer;
  Size size;
  KeyReader keys;
  std::optional<Left> left;
  std::string shown;
};

inline std::vector<CardFace> two_cards() {
  return {face("a", "First?", "One."), face("b", "Second?", "Two.")};
}

}  // namespace ebb::test
