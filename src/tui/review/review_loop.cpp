// The full-screen review: a Study on one side, the terminal on the other. The only file here that knows the store.
#include <algorithm>
#include <iostream>

#include "ebb/core/error.hpp"
#include "ebb/tui/card_media.hpp"
#include "ebb/tui/review_screen.hpp"
#include "tui/review/reviewer.hpp"
#include "tui/review/summary_words.hpp"
#include "tui/terminal/key_reader.hpp"
#include "tui/terminal/paint.hpp"
#include "tui/terminal/terminal.hpp"

namespace ebb {
namespace {

/// A Study as the reviewer sees it.
class StudySitting : public Sitting {
 public:
  StudySitting(Study& study, const ReviewScreenOptions& options) : study_(study), options_(options) {}

  std::optional<CardFace> card() override {
    const CardView* view = study_.card();
    if (!view) return {};
    return face_of(*view, study_.kind());
  }
  bool revealed() override { return study_.revealed(); }
  void reveal() override { study_.reveal(); }
  Outlook outlook() override { return study_.outlook(); }
  Day day() override { return study_.today().day; }
  void grade(Quality quality, Millis took) override { leech_ = study_.grade(quality, took).leech; }
  bool leech() const override { return leech_; }
  std::optional<CardFace> last() override {
    const auto view = study_.last_card();
    return view ? std::optional(face_of(*view, QueuedCard::Kind::due)) : std::nullopt;
  }
  void suspend_last() override { study_.suspend_last(); }
  void rest_last() override { study_.rest_last(leech_rest_days); }
  void mark_with(const std::string& note) override { study_.mark(note); }
  bool edit(bool the_last) override {
    const auto last = the_last ? study_.last_card() : std::nullopt;
    const CardView* view = study_.card();
    if (!options_.edit || (!last && !view)) return false;
    const std::string changed = options_.edit(last ? last->card : view->card);
    if (changed.empty()) return false;
    study_.edited(changed);
    return true;
  }
  int more_ahead(int days) override { return study_.more_ahead(days); }
  bool practice() const override { return study_.cramming(); }
  void set_aside(Step step) override {
    if (step == Step::suspended) study_.suspend();
    if (step == Step::buried) study_.bury();
    if (step == Step::skipped) study_.skip();
    if (step == Step::marked) study_.mark();
    if (step == Step::deleted) study_.remove();
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
  TypedStrictly typed_strictly() const override { return study_.typed_strictly(); }
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
    for (const CardId card : out.numbers.marked)
      if (const auto view = find_card(study_.collection(), card, today); view && view->marked)
        out.marked.push_back(view->mark_note.empty() ? view->question : view->mark_note + ": " + view->question);
    if (options_.coach && out.numbers.cards > 0 && !study_.cramming()) out.coach = options_.coach();
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
  static CardFace face_of(const CardView& view, QueuedCard::Kind kind) {
    return {view.id, view.deck, view.question, view.answer, view.tags, view.marked, view.memory, kind, view.file_keys,
            view.card.ordinal()};
  }
  static constexpr int days_looked_ahead = 366;
  static constexpr int leech_rest_days = 14;
  bool leech_ = false;  // the last answer made it one
  Study& study_;
  const ReviewScreenOptions& options_;
  bool no_more_new_ = false;  // the last time they were asked for, none came
};

/// Draws frames, only what changed of them.
class Canvas {
 public:
  Canvas(const Terminal& terminal, bool colour, const ScreenTheme& theme) : terminal_(terminal), colour_(colour), theme_(theme) {}
  void draw(Reviewer& reviewer) {
    Frame frame = reviewer.frame(terminal_.size());
    terminal_.write(reviewer.take_pictures() + paint(frame, fresh_ ? nullptr : &before_, colour_, theme_));
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
  ScreenTheme theme_;
  Frame before_;
};

// So long after an ESC alone it is taken for a key.
constexpr Millis escape_wait{80};
// So long until a picture that is being drawn is looked at again.
constexpr Millis drawing_wait{20};

std::vector<Key> keys_of(const TerminalEvent& event, KeyReader& reader) {
  if (event.kind != TerminalEvent::Kind::quiet) return reader.feed(event.bytes);
  const auto key = reader.quiet();
  return key ? std::vector{*key} : std::vector<Key>{};
}

// How long the next key may take before something else has to be done.
std::optional<Millis> patience_of(const KeyReader& keys, const Reviewer& reviewer, CardMedia* media) {
  if (keys.may_be_escape()) return escape_wait;
  auto patience = reviewer.patience();
  if (media != nullptr && media->drawing()) patience = std::min(patience.value_or(drawing_wait), drawing_wait);
  return patience;
}

// From the first frame until the person leaves. `edit_in` gives the terminal to an editor meanwhile.
Left drive(Reviewer& reviewer, const ReviewScreenOptions& options, Terminal& terminal) {
  Canvas canvas(terminal, options.colour, options.theme);
  KeyReader keys;
  int beside = options.beside.descriptor;
  for (canvas.draw(reviewer);;) {
    const auto patience = patience_of(keys, reviewer, options.media);
    const bool may_be_escape = keys.may_be_escape();
    const TerminalEvent event = terminal.next(patience, beside);
    if (event.kind == TerminalEvent::Kind::interrupt || event.kind == TerminalEvent::Kind::gone)
      return Left::interrupted;
    if (event.kind == TerminalEvent::Kind::redraw) canvas.redraw(reviewer);
    if (event.kind == TerminalEvent::Kind::beside) {
      const std::string told = options.beside.told();
      if (!told.empty()) {
        reviewer.announce(told);
        beside = -1;
      }
      canvas.draw(reviewer);
      continue;
    }
    if (event.kind == TerminalEvent::Kind::quiet && !may_be_escape) {
      reviewer.quiet();
      canvas.draw(reviewer);
      continue;
    }
    for (const Key& key : keys_of(event, keys)) {
      if (const auto left = reviewer.press(key)) return *left;
      // A frame after every key: no key may act on a card that was not on the screen.
      const bool whole = reviewer.asked_by(key).action == Action::redraw || terminal.was_lent();
      whole ? canvas.redraw(reviewer) : canvas.draw(reviewer);
    }
  }
}

}  // namespace

Left review_on_screen(Study& study, const ReviewScreenOptions& wanted) {
  ReviewScreenOptions options = wanted;
  std::vector<OwnKeys> own;
  for (const auto& [action, names] : options.keys.own) own.push_back({action, names});
  ScreenLooks looks{options.grades, options.preview, options.ascii, options.once, Keymap(options.keys.preset, own), options.mouse};
  std::optional<Terminal> terminal;
  if (wanted.edit) {
    options.edit = [&](CardId card) {
      const Terminal::Lent lent(*terminal);
      return wanted.edit(card);
    };
  }
  StudySitting sitting(study, options);
  looks.type = options.type;
  looks.seed = options.seed;
  Reviewer reviewer(sitting, looks, options.steady, options.advance, options.media);
  terminal.emplace(options.mouse);
  const Left left = drive(reviewer, options, *terminal);
  terminal->write(reviewer.drop_pictures());
  terminal.reset();
  // The alternate screen took everything with it: this much stays on the normal one.
  std::cout << reviewer.farewell(left) << std::endl;
  return left;
}

}  // namespace ebb
