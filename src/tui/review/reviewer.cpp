// What each key does on the card, on the summary, and on the pages over them.
#include "tui/review/reviewer.hpp"

#include <algorithm>
#include <utility>

#include "tui/review/card_lines.hpp"
#include "tui/review/render.hpp"
#include "tui/review/summary_words.hpp"
#include "tui/terminal/glyphs.hpp"

namespace ebb {
namespace {

constexpr int shift_step = 8;

}  // namespace

Reviewer::Reviewer(Sitting& sitting, const ScreenLooks& looks, std::function<Millis()> steady,
                   std::optional<AutoAdvance> advance, CardMedia* media)
    : sitting_(sitting), looks_(looks), guard_(std::move(steady)), advance_(advance), media_(media) {
  look();
  touched_at_ = last_seen_ = guard_.now();
  if (std::string opening = sitting_.opening(); !opening.empty()) say(std::move(opening));
}

Frame Reviewer::frame(Size size) {
  size_ = size;
  show_media();
  draw_pictures(size);
  Rendered rendered = render(state_, size, looks_);
  scrolling_ = rendered.scrolling;
  over_ = rendered.over;
  if (state_.scroll) state_.scroll = scrolling_.first;
  const bool answer_shown = state_.page == ReviewState::Page::card && state_.revealed;
  if (answer_shown && scrolling_.end_seen()) end_seen_ = true;
  find_grades(rendered.frame);
  return rendered.frame;
}

std::optional<Left> Reviewer::press(const Key& key) {
  const bool click = key.kind == Key::Kind::click;
  if (key.kind == Key::Kind::wheel_up || key.kind == Key::Kind::wheel_down) {
    const int rows = key.kind == Key::Kind::wheel_up ? -3 : 3;
    if (looks_.mouse) scroll_to(scrolling_.first + rows);
    return {};
  }
  const Asked asked = click ? looks_.mouse ? asked_by_click(key) : Asked{Action::back, 0} : asked_by(key);
  state_.notice.reset();
  touched_at_ = last_seen_ = guard_.now();
  untouched_ = 0;
  if (asked.action == Action::interrupt) return Left::interrupted;
  if (asked.action == Action::redraw) return {};
  // What does not fit on the screen cannot be graded by it.
  if (too_small(size_) && asked.action != Action::quit) return {};
  const auto retry = std::exchange(retry_, nullptr);
  if (retry && asked.action == Action::advance) {
    retry();
    return {};
  }
  if (state_.ask.typing && state_.page == ReviewState::Page::card && !state_.typing && !state_.confirming) {
    type_answer(key);
    return {};
  }
  if (state_.typing) {
    type_note(key);
    return {};
  }
  if (state_.confirming) {
    confirm_removal(key);
    return {};
  }
  if (state_.page == ReviewState::Page::leech && !scrolled(asked.action)) {
    act_on_leech(key, asked);
    return {};
  }
  return act(asked);
}

std::string Reviewer::glyph_rule() const {
  return std::string(glyphs(looks_.ascii).rule);
}

std::string Reviewer::farewell(Left left) const {
  return left != Left::interrupted ? finished_line(state_.summary, state_.day) : stopped_line(sitting_.answers());
}

std::optional<Left> Reviewer::act(const Asked& asked) {
  if (scrolled(asked.action)) return {};
  switch (state_.page) {
    case ReviewState::Page::help:
    case ReviewState::Page::lines:
      close_page();
      return {};
    case ReviewState::Page::summary:
      return act_on_summary(asked);
    case ReviewState::Page::paused:
      go_on();
      return {};
    case ReviewState::Page::leech:
    case ReviewState::Page::card:
      break;
  }
  act_on_card(asked);
  if (looks_.once && sitting_.answers() > 0 && !retry_) return Left::finished;
  return {};
}

std::optional<Left> Reviewer::act_on_summary(const Asked& asked) {
  switch (asked.action) {
    case Action::quit:
      return Left::finished;
    case Action::back:
      break;
    case Action::more_new:
      more_new();
      break;
    case Action::ahead:
      more_ahead();
      break;
    case Action::cram:
      if (state_.summary.numbers.cards > 0 && state_.summary.left == 0) return Left::cram;
      say("no card was answered");
      break;
    case Action::look_back:
      look_back();
      break;
    case Action::help:
      state_.page = ReviewState::Page::help;
      state_.scroll = 0;
      break;
    case Action::undo:
      undo();
      break;
    case Action::redo:
      redo();
      break;
    case Action::advance:
      if (sitting_.card()) {
        look();
        break;
      }
      [[fallthrough]];
    default:
      say(state_.summary.new_left > 0 ? "q is done, n brings more new cards" : "q is done");
  }
  return {};
}

void Reviewer::act_on_card(const Asked& asked) {
  switch (asked.action) {
    case Action::advance:
      return advance();
    case Action::grade:
      return grade_by_digit(asked.digit);
    case Action::undo:
      return undo();
    case Action::redo:
      return redo();
    case Action::suspend:
      return set_aside(Step::suspended);
    case Action::bury:
      return set_aside(Step::buried);
    case Action::skip:
      return set_aside(Step::skipped);
    case Action::mark:
      return set_aside(Step::marked);
    case Action::note:
      state_.typing = "";
      return;
    case Action::remove:
      state_.confirming = true;
      return say("Delete this card, and the others of its note? y deletes them, any other key keeps them.");
    case Action::edit:
      return edit();
    case Action::look_back:
      return look_back();
    case Action::pause:
      return pause();
    case Action::why:
      return attempt("", [this] { show_lines(sitting_.why()); });
    case Action::info:
      return show_lines(card_lines(state_.card, state_.day));
    case Action::hint:
      return next_hint();
    case Action::type:
      return begin_typing();
    case Action::open:
      return say(media_ == nullptr ? std::string("nothing to open here") : media_->open());
    case Action::play:
      return say(media_ == nullptr ? std::string("nothing to play here") : media_->play());
    case Action::source:
      state_.source = !state_.source;
      return;
    case Action::shift_left:
      return shift(-shift_step);
    case Action::shift_right:
      return shift(shift_step);
    case Action::help:
      state_.page = ReviewState::Page::help;
      state_.scroll = 0;
      return;
    case Action::quit:
      return show_summary();
    case Action::back:
      return;
    case Action::pasted:
      return say("pasted text grades nothing");
    default:
      return say(looks_.keys.name_of(Action::help) + " for keys");
  }
}

// Any key but a scroll key closes the page that lies over the card.
void Reviewer::close_page() {
  if (!sitting_.card()) return show_summary();
  state_.page = ReviewState::Page::card;
  state_.scroll.reset();
}

bool Reviewer::scrolled(Action action) {
  const int half = std::max(scrolling_.view / 2, 1), whole = std::max(scrolling_.view, 1);
  switch (action) {
    case Action::line_down:
      scroll_to(scrolling_.first + 1);
      return true;
    case Action::line_up:
      scroll_to(scrolling_.first - 1);
      return true;
    case Action::half_down:
      scroll_to(scrolling_.first + half);
      return true;
    case Action::half_up:
      scroll_to(scrolling_.first - half);
      return true;
    case Action::page_down:
      scroll_to(scrolling_.first + whole);
      return true;
    case Action::page_up:
      scroll_to(scrolling_.first - whole);
      return true;
    case Action::top:
      scroll_to(0);
      return true;
    case Action::bottom:
      scroll_to(scrolling_.last_first());
      return true;
    default:
      return false;
  }
}

void Reviewer::scroll_to(int first) {
  state_.scroll = std::clamp(first, 0, scrolling_.last_first());
}

void Reviewer::shift(int cells) {
  if (over_ <= 0) return say("nothing here goes on beyond the edge");
  state_.shift = std::clamp(state_.shift + cells, 0, over_);
}

void Reviewer::show_lines(std::vector<std::string> lines) {
  state_.lines = std::move(lines);
  state_.page = ReviewState::Page::lines;
  state_.scroll = 0;
}

}  // namespace ebb
