// The full-screen review: a sitting in, keys and frames, until it is over.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ebb/store/study.hpp"

namespace ebb {

class CardMedia;

/// Colours of the grades, and of what is less important.
struct ScreenTheme {
  /// Names of the sixteen colours: `red`, `bright-cyan`; empty: the terminal's own.
  std::string again = "red", hard = "yellow", good = "green", easy = "cyan";
  bool dim = true;  ///< what is less important is drawn dim; false in a theme of high contrast
};
/// The themes by name: `default`, `light`, `contrast`. Throws `Error(Exit::usage)` for another.
ScreenTheme theme_called(const std::string& name);
/// The sixteen names.
std::vector<std::string> colour_names();

/// Keys as the user set them: a preset and over it actions with keys of their own (docs/reviewing.md).
struct ScreenKeys {
  std::string preset = "anki";
  std::vector<std::pair<std::string, std::vector<std::string>>> own;
};

/// The card advances by itself.
struct AutoAdvance {
  Millis question{0};  ///< the answer is shown after so long
  Millis answer{0};    ///< then the card counts as Good, unless a key said otherwise
};

/// Something that runs beside the review and may end meanwhile.
struct Beside {
  int descriptor = -1;                        ///< becomes readable when it may have ended
  std::function<std::string()> told;          ///< what is to be said once it has ended; empty until then
};

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
  ScreenTheme theme;
  ScreenKeys keys;
  bool mouse = false;              ///< clicks and the wheel count
  std::optional<AutoAdvance> advance;
  Beside beside;
  CardMedia* media = nullptr;           ///< pictures and sounds; none: cards are text
  std::function<std::string(CardId)> edit;  ///< the card in the user's editor: the entry of the change, if any
  std::function<std::vector<std::string>()> coach;  ///< what the log says about how answers are graded
  std::function<Millis()> steady;  ///< a clock that only runs forward; stands still under EBB_NOW
  std::function<std::vector<std::string>(CardId)> why;  ///< the lines of `ebb why`
};

/// How the person left.
enum class Left {
  finished,
  interrupted,
  cram,  ///< finished, and the cards of the sitting are to be practised once more
};

/// Runs the review on the terminal of stdin and stdout (see `terminal_is_usable`). One line on what was done stays on
/// the normal screen. Throws `Error` after the terminal is
/// sane again.
Left review_on_screen(Study& study, const ReviewScreenOptions& options);

/// Whether stdin and stdout are a terminal that can place a cursor (not `dumb`).
bool terminal_is_usable(const std::string& term);

}  // namespace ebb
