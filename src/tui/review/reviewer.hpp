// Review from the first key to the last: keys in, frames out. Knows no terminal and no database.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ebb/tui/card_media.hpp"
#include "ebb/tui/review_screen.hpp"
#include "tui/review/grade_guard.hpp"
#include "tui/review/layout.hpp"
#include "tui/review/sitting.hpp"
#include "tui/terminal/key.hpp"
#include "tui/terminal/keymap.hpp"

namespace ebb {

/// Drives a sitting by keys.
class Reviewer {
 public:
  Reviewer(Sitting& sitting, const ScreenLooks& looks, std::function<Millis()> steady,
           std::optional<AutoAdvance> advance = {}, CardMedia* media = nullptr);
  /// What the screen shows now, at this size. What it shows counts as seen.
  Frame frame(Size size);
  /// Takes a key; an answer when the person left.
  std::optional<Left> press(const Key& key);
  /// How long to wait for a key before `quiet` is called; nothing: for ever.
  std::optional<Millis> patience() const;
  /// No key came for that long: the card advances by itself.
  void quiet();
  /// Says something above everything until the end, whatever the page: a command beside the review has ended.
  void announce(std::string text) { state_.banner = std::move(text); }
  /// What the terminal has to be sent before the frame: pictures that it draws itself, and those to forget.
  std::string take_pictures() { return std::exchange(to_send_, {}); }
  /// Forgets all that were sent.
  std::string drop_pictures();
  /// What a key asks for here.
  Asked asked_by(const Key& key) const { return looks_.keys.asked_by(key); }
  /// The line that stays on the normal screen when the person left this way.
  std::string farewell(Left left) const;

 private:
  std::optional<Left> act(const Asked& asked);
  std::optional<Left> act_on_summary(const Asked& asked);
  void act_on_card(const Asked& asked);
  void act_on_leech(const Key& key, const Asked& asked);
  void type_note(const Key& key);
  void confirm_removal(const Key& key);
  void look_back();
  void pause();
  void go_on();
  void edit();
  Asked asked_by_click(const Key& key) const;
  void find_grades(const Frame& frame);
  std::string glyph_rule() const;
  void close_page();
  bool scrolled(Action action);
  void scroll_to(int first);
  void shift(int cells);

  void show_media();
  void draw_pictures(Size size);
  std::vector<Row> drawn_rows(const std::string& text, Size room);
  std::vector<Row> picture(const std::string& name, Size room);

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
  void more_ahead();
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
  Millis paused_at_{0};
  std::optional<AutoAdvance> advance_;
  CardMedia* media_;  // none: cards are text
  struct SentPicture {
    std::string name;
    Size room, cells;
    int number = 0;
  };
  std::vector<SentPicture> sent_;  // of this card
  std::string sent_card_, to_send_;
  Millis touched_at_{0}, last_seen_{0};  // the last key or turn of the card, and the last look at the clock
  int untouched_ = 0;                    // cards that advanced by themselves in a row
  std::vector<std::vector<std::pair<int, int>>> grade_rows_;  // of the last frame: where each grade begins
  std::function<void()> retry_;  // the step that could not be saved
};

}  // namespace ebb
