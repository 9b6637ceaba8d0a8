// Review from the first key to the last: keys in, frames out. Knows no terminal and no database.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/tui/review_screen.hpp"
#include "tui/grade_guard.hpp"
#include "tui/key.hpp"
#include "tui/keymap.hpp"
#include "tui/layout.hpp"
#include "tui/sitting.hpp"

namespace ebb {

/// Drives a sitting by keys.
class Reviewer {
 public:
  Reviewer(Sitting& sitting, const ScreenLooks& looks, std::function<Millis()> steady);
  /// What the screen shows now, at this size. What it shows counts as seen.
  Frame frame(Size size);
  /// Takes a key; an answer when the person left.
  std::optional<Left> press(const Key& key);
  /// The line that stays on the normal screen when the person left this way.
  std::string farewell(Left left) const;

 private:
  std::optional<Left> act(const Asked& asked);
  std::optional<Left> act_on_summary(const Asked& asked);
  void act_on_card(const Asked& asked);
  void close_page();
  bool scrolled(Action action);
  void scroll_to(int first);
  void shift(int cells);

  void begin_asking();
  void begin_typing();
  void type_answer(const Key& key);
  void judge(Verdict verdict);
  void choose(int option);
  void next_hint();
  void show_answer();
  void advance();
  void grade_by_digit(int digit);
  void grade(Quality quality);
  void set_aside(Step step);
  void undo();
  void redo();
  void more_new();
  void show_lines(std::vector<std::string> lines);

  void attempt(std::string_view refused, std::function<void()> step);
  void save(std::function<void()> step);
  void look();  // takes the sitting's present state over into what is shown
  void show_card();
  void show_summary();
  void say(std::string text) { state_.notice = Notice{std::move(text), false}; }

  Sitting& sitting_;
  ScreenLooks looks_;
  GradeGuard guard_;
  ReviewState state_;
  Size size_;
  Scrolling scrolling_;    // of the last frame
  int over_ = 0;           // of the last frame: how far it can be moved sideways
  bool end_seen_ = false;  // the end of the answer was on the screen
  int steps_ = 0;          // of this sitting that undo can take back
  Millis shown_at_{0};
  std::function<void()> retry_;  // the step that could not be saved
};

}  // namespace ebb
