// What keys do where something is asked: a leech, a pause, the note of a mark, a deletion; and what the mouse means.
#include <algorithm>

#include "ebb/core/words.hpp"
#include "ebb/markup/card_text.hpp"
#include "ebb/text/unicode.hpp"
#include "ebb/text/wrap.hpp"
#include "tui/review/reviewer.hpp"

namespace ebb {
namespace {

void take_last_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

// The card was answered already: what is chosen here is about it, not about the next.
void Reviewer::act_on_leech(const Key& key, const Asked& asked) {
  const auto leave = [this] {
    state_.leech.reset();
    state_.page = ReviewState::Page::card;
    state_.scroll.reset();
  };
  if (asked.action == Action::suspend) {
    leave();
    return save([this] {
      sitting_.suspend_last();
      ++steps_;
      say("Suspended: it stays away until resumed. u takes it back.");
    });
  }
  if (key == Key{Key::Kind::text, U'r'}) {
    leave();
    return save([this] {
      sitting_.rest_last();
      ++steps_;
      say("It rests for two weeks. u takes it back.");
    });
  }
  if (asked.action == Action::edit) return edit();
  const bool keeps = asked.action == Action::advance || asked.action == Action::back || key == Key{Key::Kind::text, U'k'};
  if (!keeps) return say("keep it, edit it, suspend it, or let it rest");
  leave();
  look();
}

void Reviewer::type_note(const Key& key) {
  std::string& text = *state_.typing;
  switch (key.kind) {
    case Key::Kind::text:
      if (text.size() < 500) text += key_name(key) == "Space" ? " " : key_name(key);
      return;
    case Key::Kind::backspace:
      return take_last_character(text);
    case Key::Kind::escape:
      state_.typing.reset();
      return say("Not marked.");
    case Key::Kind::enter: {
      const std::string note = text;
      state_.typing.reset();
      return save([this, note] {
        if (!note.empty()) sitting_.mark_with(note);
        else if (!state_.card.marked) sitting_.set_aside(Step::marked);
        ++steps_;
        say(note.empty() ? "Marked." : "Marked, with the note.");
      });
    }
    default:
      if (key == Key{Key::Kind::control, U'u'}) text.clear();
  }
}

void Reviewer::confirm_removal(const Key& key) {
  state_.confirming = false;
  const bool yes = key == Key{Key::Kind::text, U'y'} || key == Key{Key::Kind::text, U'Y'};
  yes ? set_aside(Step::deleted) : say("Kept.");
}

void Reviewer::look_back() {
  attempt("", [this] {
    const auto last = sitting_.last();
    if (!last) return say("no card was answered yet");
    const TextLooks shown{looks_.ascii, false};
    std::vector<std::string> lines{plain_card_text(last->question, shown), glyph_rule(),
                                   last->answer.empty() ? "(no answer)" : plain_card_text(last->answer, shown), ""};
    lines.push_back(last->memory.due ? "due " + iso_date(*last->memory.due) : "new");
    show_lines(std::move(lines));
  });
}

void Reviewer::pause() {
  paused_at_ = guard_.now();
  state_.page = ReviewState::Page::paused;
  state_.scroll = 0;
}

void Reviewer::go_on() {
  const Millis away = guard_.now() - paused_at_;
  shown_at_ += away;
  touched_at_ += away;
  close_page();
}

void Reviewer::edit() {
  attempt("", [this] {
    if (!sitting_.edit(state_.leech.has_value())) return say("Nothing was changed.");
    ++steps_;
    if (state_.page == ReviewState::Page::leech) {
      state_.leech.reset();
      state_.page = ReviewState::Page::card;
    }
    look();
    say("Edited. u takes it back.");
  });
}

// A click shows the answer, or grades where a grade stands; the wheel scrolls.
Asked Reviewer::asked_by_click(const Key& key) const {
  if (state_.page != ReviewState::Page::card) return {Action::advance, 0};
  if (!state_.revealed) return {Action::advance, 0};
  const auto row = static_cast<std::size_t>(key.code >> 16);
  const auto column = static_cast<int>(key.code & 0xFFFFU);
  if (row >= grade_rows_.size()) return {};
  for (const auto& [start, digit] : grade_rows_[row])
    if (column >= start) return {Action::grade, digit};
  return {};
}

// Where each grade begins on the rows of its bar, the last first.
void Reviewer::find_grades(const Frame& frame) {
  grade_rows_.assign(frame.rows.size(), {});
  if (!looks_.mouse || state_.page != ReviewState::Page::card || !state_.revealed) return;
  const int first = looks_.grades == 6 ? 0 : 1, last = looks_.grades == 6 ? 5 : looks_.grades;
  for (std::size_t row = frame.rows.size(); row-- > 0;) {
    const std::string text = frame.rows[row].text();
    std::vector<std::pair<int, int>> starts;
    std::size_t from = 0;
    for (int digit = first; digit <= last; ++digit) {
      const std::string key = looks_.grades == 4 ? looks_.keys.name_of_grade(digit) : std::to_string(digit);
      const std::size_t at = text.find(" " + key + " ", from);
      if (at == std::string::npos) break;
      starts.insert(starts.begin(), {cells(std::string_view(text).substr(0, at)), digit});
      from = at + 1;
    }
    if (static_cast<int>(starts.size()) != last - first + 1) continue;
    for (std::size_t below = row; below < frame.rows.size(); ++below) grade_rows_[below] = starts;
    return;
  }
}

std::optional<Millis> Reviewer::patience() const {
  if (!advance_ || state_.page != ReviewState::Page::card || state_.typing || state_.confirming || state_.ask.typing)
    return {};
  const Millis wait = state_.revealed ? advance_->answer : advance_->question;
  return std::max(touched_at_ + wait - last_seen_, Millis{0});
}

// Nobody pressed a key for as long as the card is to be shown.
void Reviewer::quiet() {
  if (!advance_ || state_.page != ReviewState::Page::card || !patience()) return;
  last_seen_ = guard_.now();
  if (patience()->count() > 0) return;
  constexpr int most_untouched = 5;
  state_.notice.reset();
  if (!state_.revealed) {
    sitting_.reveal();
    state_.revealed = true;
    state_.scroll.reset();
    touched_at_ = last_seen_;
    return;
  }
  if (!end_seen_) {  // a long answer is read page by page
    scroll_to(scrolling_.first + std::max(scrolling_.view, 1));
    touched_at_ = last_seen_;
    return;
  }
  if (++untouched_ >= most_untouched) {
    untouched_ = 0;
    return pause();  // nobody is there
  }
  grade(state_.ask.verdict ? state_.ask.verdict->proposed : Quality::good);
  touched_at_ = guard_.now();
}

}  // namespace ebb
