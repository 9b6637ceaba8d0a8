// What the table of cards shows: a value, and the frame it comes to.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ebb/store/find.hpp"
#include "tui/terminal/frame.hpp"

namespace ebb {

/// One row of the table.
struct BrowseRow {
  CardView card;
  bool chosen = false;
};

struct BrowseState {
  enum class Mode {
    table,
    filter,   ///< keys go into the filter
    prompt,   ///< keys go into `typed`, which `asks` asked for
    confirm,  ///< y or n
    card,     ///< one card over the whole body
    help,
  } mode = Mode::table;
  std::string filter;
  std::int64_t found = 0;   ///< cards of the last filter that could be read
  std::int64_t chosen = 0;
  bool searching = false;   ///< the rows are those of an earlier filter
  std::vector<BrowseRow> rows;  ///< those on the screen
  int at = 0;               ///< the row with the cursor
  bool picking = false;     ///< a range is being chosen
  SortBy by = SortBy::added;
  bool descending = false;
  std::string asks, typed;  ///< a question in the bar and what was typed
  std::string notice;       ///< what was done, or what is wrong
  bool wrong = false;
  int scrolled = 0;         ///< of the card over the whole body
  Day today{};
};

/// How many rows of cards fit.
int browse_rows(Size size);
/// The screen.
Frame render_browse(const BrowseState& state, Size size, bool ascii);

}  // namespace ebb
