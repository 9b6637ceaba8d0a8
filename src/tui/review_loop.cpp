// The full-screen review: a Study on one side, the terminal on the other. The only file here that knows the store.
#include <iostream>

#include "ebb/core/error.hpp"
#include "ebb/tui/review_screen.hpp"
#include "tui/key_reader.hpp"
#include "tui/paint.hpp"
#include "tui/reviewer.hpp"
#include "tui/summary_words.hpp"
#include "tui/terminal.hpp"

namespace ebb {
namespace {

/// A Study as the reviewer sees it.
class StudySitting : public Sitting {
 public:
  StudySitting(Study& study, const ReviewScreenOptions& options) : study_(study), options_(options) {}

  std::optional<CardFace> card() override {
    const CardView* view = study_.card();
    if (!view) return {};
    return CardFace{view->id,   view->deck,   view->question, view->answer,
                    view->tags, view->marked, view->memory,   study_.kind(),  view->file_keys,
                    view->card.ordinal()};
  }
  bool revealed() override { return study_.revealed(); }
  void reveal() override { study_.reveal(); }
  Outlook outlook() override { return study_.outlook(); }
  Day day() override { return study_.today().day; }
  void grade(Quality quality, Millis took) override { study_.grade(quality, took); }
  void set_aside(Step step) override {
    if (step == Step::suspended) study_.suspend();
    if (step == Step::buried) study_.bury();
    if (step == Step::skipped) study_.skip();
    if (step == Step::marked) study_.mark();
  }
  std::optional<Step> undo() override { return step_of(study_.undo()); }
  std::optional<Step> redo() override { return step_of(study_.redo()); }
  Progress progress() override { return study_.progress(); }
  double seconds_per_answer() override { return study_.seconds_per_answer(); }
  int answers() const override { return study_.summary().answers; }
  int more_new(int count) override {
    const int came = study_.more_new(count);
    no_more_new_ = came == 0;
    return came;
  }
  int deferred() const override { return study_.deferred(); }
  std::string opening() const override { return opening_text(study_.resumed(), study_.planned()); }
  std::vector<std::string> why() override {
    const CardView* view = study_.card();
    if (!view || !options_.why) return {};
    return options_.why(view->card);
  }

  SummaryFace summary() override {
    SummaryFace out;
    out.numbers = study_.summary();
    const Today today = study_.today();
    for (const SessionSummary::Hard& hard : out.numbers.hardest)
      if (const auto view = find_card(study_.collection(), hard.card, today))
        out.hardest.push_back({view->question, hard.agains});
    out.left = study_.progress().left;
    const Counts now = counts(study_.collection(), options_.filter, today, options_.rules);
    out.still_due = now.due + now.fresh + now.drill;
    out.new_left = no_more_new_ ? 0 : now.new_left_out;
    out.next_day = now.next_day;
    out.next_cards = now.next_cards;
    if (out.still_due > 0) find_next_day(out, today.day);
    return out;
  }

 private:
  static std::optional<Step> step_of(const std::optional<Undone>& undone) {
    if (!undone) return {};
    return undone->step;
  }
  // While cards are due, `counts` does not look for the day after today.
  void find_next_day(SummaryFace& summary, Day today) const {
    const std::vector<int> days = forecast(study_.collection(), today, days_looked_ahead);
    for (std::size_t ahead = 1; ahead < days.size(); ++ahead) {
      if (days[ahead] == 0) continue;
      summary.next_day = today + std::chrono::days{static_cast<int>(ahead)};
      summary.next_cards = days[ahead];
      return;
    }
  }
  static constexpr int days_looked_ahead = 366;
  Study& study_;
  const ReviewScreenOptions& options_;
  bool no_more_new_ = false;  // the last time they were asked for, none came
};

/// Draws frames, only what changed of them.
class Canvas {
 public:
  Canvas(const Terminal& terminal, bool colour) : terminal_(terminal), colour_(colour) {}
  void draw(Reviewer& reviewer) {
    Frame frame = reviewer.frame(terminal_.size());
    terminal_.write(paint(frame, fresh_ ? nullptr : &before_, colour_));
    before_ = std::move(frame);
    fresh_ = false;
  }
  void redraw(Reviewer& reviewer) {
    fresh_ = true;
    draw(reviewer);
  }

 private:
  const Terminal& terminal_;
  bool colour_, fresh_ = true;
  Frame before_;
};

// So long after an ESC alone it is taken for a key.
constexpr Millis escape_wait{80};

std::vector<Key> keys_of(const TerminalEvent& event, KeyReader& reader) {
  if (event.kind != TerminalEvent::Kind::quiet) return reader.feed(event.bytes);
  const auto key = reader.quiet();
  return key ? std::vector{*key} : std::vector<Key>{};
}

// From the first frame until the person leaves.
Left drive(Reviewer& reviewer, const ReviewScreenOptions& options) {
  Terminal terminal;
  Canvas canvas(terminal, options.colour);
  KeyReader keys;
  for (canvas.draw(reviewer);;) {
    const auto patience = keys.may_be_escape() ? std::optional(escape_wait) : std::nullopt;
    const TerminalEvent event = terminal.next(patience);
    if (event.kind == TerminalEvent::Kind::interrupt || event.kind == TerminalEvent::Kind::gone)
      return Left::interrupted;
    if (event.kind == TerminalEvent::Kind::redraw) canvas.redraw(reviewer);
    for (const Key& key : keys_of(event, keys)) {
      if (const auto left = reviewer.press(key)) return *left;
      // A frame after every key: no key may act on a card that was not on the screen.
      asked_by(key).action == Action::redraw ? canvas.redraw(reviewer) : canvas.draw(reviewer);
    }
  }
}

}  // namespace

Left review_on_screen(Study& study, const ReviewScreenOptions& options) {
  StudySitting sitting(study, options);
  ScreenLooks looks{options.grades, options.preview, options.ascii, options.once};
  looks.type = options.type;
  looks.seed = options.seed;
  Reviewer reviewer(sitting, looks, options.steady);
  const Left left = drive(reviewer, options);
  // The alternate screen took everything with it: this much stays on the normal one.
  std::cout << reviewer.farewell(left) << std::endl;
  return left;
}

}  // namespace ebb
