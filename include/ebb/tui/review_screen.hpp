// The full-screen review: a sitting in, keys and frames, until it is over.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ebb/store/study.hpp"

namespace ebb {

/// How the screen looks and behaves.
struct ReviewScreenOptions {
  CardFilter filter;     ///< what the sitting was asked for: the summary counts no other cards
  DayRules rules;        ///< today's limits, for the numbers of the summary
  bool once = false;     ///< over after one answer, without a summary
  int grades = 4;        ///< 2, 4, or 6 for Wozniak's own 0-5
  bool preview = true;   ///< the next interval under each grade
  bool colour = true;    ///< the 16 named colours and bold; false under NO_COLOR
  bool ascii = false;    ///< no character outside ASCII in what the program itself draws
  bool type = false;        ///< every answer is typed
  std::uint64_t seed = 0;   ///< for the order of options
  std::function<Millis()> steady;  ///< a clock that only runs forward; stands still under EBB_NOW
  std::function<std::vector<std::string>(CardId)> why;  ///< the lines of `ebb why`
};

/// How the person left.
enum class Left { finished, interrupted };

/// Runs the review on the terminal of stdin and stdout (see `terminal_is_usable`). One line on what was done stays on
/// the normal screen. Throws `Error` after the terminal is
/// sane again.
Left review_on_screen(Study& study, const ReviewScreenOptions& options);

/// Whether stdin and stdout are a terminal that can place a cursor (not `dumb`).
bool terminal_is_usable(const std::string& term);

}  // namespace ebb
