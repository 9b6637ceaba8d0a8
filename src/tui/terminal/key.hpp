// One key, as the program knows it: whatever bytes it arrived as.
#pragma once
#include <cstdint>

namespace ebb {

/// A key that was pressed.
struct Key {
  enum class Kind {
    text,     ///< a printable character, in `code`
    control,  ///< Ctrl and a letter, in `code` as its lower case letter
    enter,
    escape,  ///< ESC that nothing followed
    tab,
    backspace,
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    click,       ///< the left button of a mouse, at column and row (from 0) in `code`: row << 16 | column
    wheel_up,
    wheel_down,
    paste,    ///< a bracketed paste, its text dropped
    unknown,  ///< a sequence or byte that means nothing here, dropped whole
  };
  Kind kind = Kind::unknown;
  char32_t code = 0;
  bool operator==(const Key&) const = default;
};

}  // namespace ebb
