// How a page is divided: a header, a body that scrolls, a footer. Where the body stands and how far it can go.
#pragma once
#include <vector>

#include "tui/review/review_state.hpp"
#include "tui/terminal/frame.hpp"

namespace ebb {

/// The measures of a page on a terminal of some size.
struct Measures {
  int page = 80;      ///< cells in use: the width of the terminal, at most 80
  int margin = 3;     ///< blank cells left and right of a card's text
  int text = 74;      ///< cells of a card's text
  bool wide = true;   ///< room for full words in header and marks
  bool roomy = true;  ///< room for blank rows and for the intervals written out
};
Measures measures(Size size);

/// Whether anything useful fits.
bool too_small(Size size);

/// Where the body of a page stands.
struct Scrolling {
  int rows = 0;   ///< of the whole body
  int view = 0;   ///< rows of the body that are seen at once
  int first = 0;  ///< the first one seen
  int last_first() const { return rows > view ? rows - view : 0; }
  bool end_seen() const { return first >= last_first(); }
};

/// A page before it is put on the screen.
struct Page {
  std::vector<Row> header, body, footer;
  int start = 0;  ///< where the body stands unless it was scrolled
  int over = 0;   ///< how many cells of the widest fixed line do not fit
};

/// A frame, and where its body stands.
struct Rendered {
  Frame frame;
  Scrolling scrolling;
  int over = 0;  ///< how far it could be moved sideways
};

/// Puts a page on the screen: clips the body to its window, adds the `▼ more` mark, puts the notice above the keys.
Rendered lay_out(Page page, Size size, const ReviewState& state, const ScreenLooks& looks);

}  // namespace ebb
