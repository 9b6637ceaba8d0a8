// The steps of the review screen: showing, grading, setting aside, taking back. Each is saved before the next frame.
#include <utility>

#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "tui/review/reviewer.hpp"

namespace ebb {
namespace {

constexpr int how_many_more = 10;

std::optional<Quality> quality_of_digit(int digit, int grades) {
  if (grades == 6) return quality_from(digit);
  if (grades == 2) {
    if (digit == 1) return Quality::again;
    if (digit == 2 || digit == 3) return Quality::good;
    return {};
  }
  if (const auto grade = grade_from(digit)) return quality_of(*grade);
  return {};
}

std::string_view taken_back(Step step) {
  switch (step) {
    case Step::graded:
      return "Taken back: the last answer.";
    case Step::skipped:
      return "Taken back: the skip.";
    case Step::buried:
      return "Taken back: the card is not buried.";
    case Step::suspended:
      return "Taken back: the card is not suspended.";
    case Step::marked:
      return "Taken back: the mark.";
    case Step::rested:
      return "Taken back: the card does not rest.";
    case Step::deleted:
      return "Taken back: the card is not deleted.";
    case Step::edited:
      return "Taken back: the edit.";
  }
  return "";
}

std::string_view set_aside_text(Step step, bool marked) {
  switch (step) {
    case Step::suspended:
      return "Suspended: it stays away until resumed. u takes it back.";
    case Step::buried:
      return "Buried until tomorrow. u takes it back.";
    case Step::skipped:
      return "Skipped: it comes again at the end.";
    case Step::marked:
      return marked ? "The mark is taken off." : "Marked.";
    case Step::deleted:
      return "Deleted. u takes it back.";
    case Step::rested:
    case Step::edited:
    case Step::graded:
      break;
  }
  return "";
}

}  // namespace

void Reviewer::advance() {
  if (!state_.revealed) return show_answer();
  if (!end_seen_) {
    if (!guard_.lets_through()) return;
    scroll_to(scrolling_.first + std::max(scrolling_.view, 1));
    return guard_.shown();
  }
  grade(state_.ask.verdict ? state_.ask.verdict->proposed : Quality::good);
}

void Reviewer::show_answer() {
  sitting_.reveal();
  state_.revealed = true;
  state_.scroll.reset();
  end_seen_ = false;
  guard_.shown();
}

void Reviewer::grade_by_digit(int digit) {
  if (!state_.revealed && !state_.ask.prompt.options.empty()) return choose(digit);
  const auto quality = quality_of_digit(digit, looks_.grades);
  if (!quality) return say(looks_.keys.name_of(Action::help) + " for keys");
  if (!state_.revealed) return say(looks_.keys.name_of(Action::advance) + " shows the answer");
  grade(*quality);
}

void Reviewer::grade(Quality quality) {
  if (!guard_.lets_through()) return;
  const Millis took = guard_.now() - shown_at_;
  save([this, quality, took] {
    sitting_.grade(quality, took);
    ++steps_;
    if (sitting_.leech()) state_.leech = sitting_.last();
  });
}

void Reviewer::set_aside(Step step) {
  save([this, step] {
    const bool marked = state_.card.marked;
    sitting_.set_aside(step);
    ++steps_;
    say(std::string(set_aside_text(step, marked)));
  });
}

void Reviewer::undo() {
  save([this] {
    const auto step = sitting_.undo();
    if (!step) return say("nothing to undo in this sitting; ebb undo goes further back");
    steps_ = std::max(steps_ - 1, 0);
    say(std::string(taken_back(*step)));
  });
}

void Reviewer::redo() {
  save([this] {
    if (!sitting_.redo()) return say("nothing to redo");
    ++steps_;
    say("Done again.");
  });
}

void Reviewer::more_new() {
  if (state_.summary.new_left == 0) return say("there are no more new cards");
  save([this] {
    const int came = sitting_.more_new(how_many_more);
    say(came == 0 ? std::string("there are no more new cards") : counted(came, "new card") + " came");
  });
}

void Reviewer::more_ahead() {
  constexpr int days_ahead = 1;
  save([this] {
    const int came = sitting_.more_ahead(days_ahead);
    say(came == 0 ? std::string("nothing falls due tomorrow") : counted(came, "card") + " came before their day");
  });
}

void Reviewer::attempt(std::string_view refused, std::function<void()> step) {
  try {
    step();
  } catch (const Error& error) {
    state_.notice = Notice{std::string(refused) + error.what() + "  Enter tries again.", true};
    retry_ = [this, refused, step = std::move(step)] { attempt(refused, step); };
  }
}

// The step that saves and the look at what came of it are apart: a failed look must not save the step twice.
void Reviewer::save(std::function<void()> step) {
  attempt("Not saved: ", [this, step = std::move(step)] {
    if (sitting_.card() || state_.page == ReviewState::Page::summary) step();
    attempt("", [this] { look(); });
  });
}

void Reviewer::look() {
  state_.progress = sitting_.progress();
  state_.seconds_per_answer = sitting_.seconds_per_answer();
  state_.day = sitting_.day();
  state_.can_undo = steps_ > 0;
  state_.deferred = sitting_.deferred();
  state_.practice = sitting_.practice();
  if (sitting_.card())
    show_card();
  else
    show_summary();
  if (!state_.leech) return;
  state_.page = ReviewState::Page::leech;
  state_.scroll = 0;
}

void Reviewer::show_card() {
  CardFace card = *sitting_.card();
  const bool same =
      state_.page == ReviewState::Page::card && card.id == state_.card.id && sitting_.revealed() == state_.revealed;
  const bool reworded = card.question != state_.card.question || card.answer != state_.card.answer ||
                        card.note_keys != state_.card.note_keys;
  state_.card = std::move(card);
  state_.page = ReviewState::Page::card;
  state_.outlook = sitting_.outlook();
  state_.revealed = sitting_.revealed();
  if (same && reworded) begin_asking();  // it was edited
  if (same) return;  // only marked: what is on the screen stays where it is
  state_.scroll.reset();
  begin_asking();
  state_.source = false;
  state_.shift = 0;
  end_seen_ = false;
  shown_at_ = touched_at_ = last_seen_ = guard_.now();
}

void Reviewer::show_summary() {
  attempt("", [this] {
    state_.summary = sitting_.summary();
    state_.page = ReviewState::Page::summary;
    state_.scroll = 0;
  });
}

}  // namespace ebb
