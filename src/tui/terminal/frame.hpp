// A frame: what the whole screen shows, as rows of styled text. A value; no escape sequence, no terminal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// The size of a terminal in cells.
struct Size {
  int width = 80, height = 24;
  bool operator==(const Size&) const = default;
};

/// The named colours in use; they follow the user's theme.
enum class Colour { none, red, green, yellow, cyan, blue, magenta };

/// How a piece of text looks. Colour only repeats what the words say.
struct Style {
  bool bold = false, dim = false;
  Colour colour = Colour::none;
  bool italic = false, underlined = false;
  bool inverse = false;
  int ink = -1, ground = -1;  ///< of a picture's cells: numbers of the 256 colours; -1: the terminal's own
  bool operator==(const Style&) const = default;
};
inline constexpr Style plain_style{};
inline constexpr Style bold_style{true, false, Colour::none, false, false};
inline constexpr Style dim_style{false, true, Colour::none, false, false};

/// A piece of a row in one style.
struct Span {
  std::string text;
  Style style;
  bool operator==(const Span&) const = default;
};

/// One row of the screen.
class Row {
 public:
  /// Appends text, which must be safe for a screen (`screen_text`) and without a newline.
  Row& add(std::string_view text, Style style = plain_style);
  /// Pads with blanks up to a column; does nothing if the row is there already.
  Row& to(int column);
  /// Puts text so that it ends at column `end`, if there is room beside what is there; else leaves it out.
  Row& right(std::string_view text, int end, Style style = plain_style);
  /// Appends another row.
  Row& add(const Row& more);
  /// Cuts the row to a width.
  void fit(int width, bool ascii);
  int cells() const { return cells_; }
  const std::vector<Span>& spans() const { return spans_; }
  /// The text alone, without blanks at the end.
  std::string text() const;
  bool operator==(const Row&) const = default;

 private:
  std::vector<Span> spans_;
  int cells_ = 0;
};

/// The whole screen: exactly `size.height` rows, none wider than `size.width`.
struct Frame {
  Size size;
  std::vector<Row> rows;
};

/// The frame's text, a line a row.
std::string frame_text(const Frame& frame);

}  // namespace ebb
