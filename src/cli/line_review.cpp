// The review in plain lines: append-only, no escapes, for screen readers, pipes and slow terminals.
#include <fmt/format.h>

#include <iostream>

#include "cli/grade_keys.hpp"
#include "cli/line_words.hpp"
#include "cli/review_faces.hpp"
#include "cli/why_lines.hpp"
#include "ebb/core/words.hpp"
#include "ebb/markup/card_text.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

class LineReview {
 public:
  LineReview(Study& study, const FaceOptions& options) : study_(study), options_(options) {}

  void run() {
    say(opening_lines(study_));
    ask_question();
    while (study_.card() != nullptr && !quit_) {
      const auto line = read();
      if (!line) break;
      obey(*line);
    }
    say(summary_lines(study_, options_.ebb));
  }

 private:
  void obey(const std::string& line) {
    const LineCommand command = line_command(line, options_.grades);
    switch (command.what) {
      case LineCommand::What::nothing:
        return study_.revealed() ? prompt() : show_answer();
      case LineCommand::What::grade:
        return study_.revealed() ? grade(*command.quality) : answer_first();
      case LineCommand::What::undo:
        return undo();
      case LineCommand::What::redo:
        return redo();
      case LineCommand::What::mark:
        return mark(command.rest);
      case LineCommand::What::leech:
        return leech(command.rest);
      case LineCommand::What::remove:
        study_.remove();
        return set_aside("Deleted. u takes it back");
      case LineCommand::What::suspend:
        return suspend();
      case LineCommand::What::bury:
        study_.bury();
        return set_aside("Buried until tomorrow");
      case LineCommand::What::skip:
        study_.skip();
        return set_aside("Moved to the end");
      case LineCommand::What::why:
        return why();
      case LineCommand::What::keys:
        say({line_keys(options_.grades)});
        return prompt();
      case LineCommand::What::quit:
        quit_ = true;
        return;
      case LineCommand::What::unknown:
        return not_understood(line);
    }
  }

  // Output goes out before each read, so that a person or a program at the other end sees it.
  std::optional<std::string> read() {
    std::cout.flush();
    std::string line;
    if (!std::getline(std::cin, line)) {
      std::cout << '\n';
      return {};
    }
    if (options_.echo) std::cout << one_line(line) << '\n';
    return line;
  }

  void say(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::cout << plain(line) << '\n';
  }

  std::string plain(const std::string& line) const { return Looks{false, options_.ascii, 0}.drawn(line); }

  std::string shown(const std::string& text) const { return plain_card_text(text, {options_.ascii, false}); }

  void ask_question() {
    const CardView* card = study_.card();
    if (card == nullptr) return;
    asked_ = steady_clock_ms();
    const Progress progress = study_.progress();
    std::cout << fmt::format("{} {} of {}, deck {}:\n{}\n", kind_words(study_.kind(), card->memory), progress.shown,
                             progress.total, one_line(card->deck), shown(card->question));
    prompt();
  }

  void show_answer() {
    study_.reveal();
    const CardView* card = study_.card();
    std::cout << "Answer:\n" << (card->answer.empty() ? "(none)" : shown(card->answer)) << '\n';
    std::cout << grades_line(study_, options_.grades, options_.preview) << '\n';
    prompt();
  }

  void prompt() { std::cout << (study_.revealed() ? "> " : "[Enter for the answer] "); }

  void answer_first() {
    say({"Not graded: the answer is not shown yet. An empty line shows it."});
    prompt();
  }

  void not_understood(const std::string& line) {
    say({fmt::format("\"{}\" is not a command here. {}", one_line(line), line_keys(options_.grades))});
    prompt();
  }

  std::string left() const { return fmt::format("{} left.", study_.progress().left); }

  void grade(Quality quality) {
    const Saved saved = study_.grade(quality, steady_clock_ms() - asked_);
    const std::string_view word = grade_word(quality, options_.grades);
    say({study_.cramming() ? fmt::format("{}. The schedule stays as it was. {}", word, left())
                           : fmt::format("{}, next {}. {}", word, next_words(saved.after, study_.today().day), left())});
    if (saved.leech)
      say({fmt::format("That card was forgotten {}: a leech. Make it easier (e), or: leech suspend, leech rest (two weeks). "
                       "Anything else keeps it.",
                       counted(saved.after.lapses, "time"))});
    ask_question();
  }

  void suspend() {
    study_.suspend();
    const std::string back =
        study_.card() != nullptr ? "u" : options_.ebb + " undo";  // after the last card nothing is read
    say({fmt::format("Suspended. {} takes it back; later: {} list is:suspended. {}", back, options_.ebb, left())});
    ask_question();
  }

  void set_aside(const std::string& what) {
    say({what + ". " + left()});
    ask_question();
  }

  void mark(const std::string& note) {
    const bool marked = study_.mark(note);
    say({!marked ? "The mark is off." : note.empty() ? "Marked." : "Marked, with the note."});
    prompt();
  }

  void leech(const std::string& what) {
    const auto last = study_.last_card();
    if (!last || (what != "suspend" && what != "rest")) {
      say({"leech suspend keeps the card that was answered last away, leech rest for two weeks."});
      return prompt();
    }
    const std::string shown = study_.card() != nullptr ? study_.card()->id : "";
    what == "suspend" ? study_.suspend_last() : study_.rest_last(leech_rest_days);
    say({what == "suspend" ? "Suspended. u takes it back. " + left() : "It rests for two weeks. u takes it back. " + left()});
    study_.card() != nullptr && study_.card()->id == shown ? prompt() : ask_question();
  }

  void undo() {
    const auto undone = study_.undo();
    if (!undone) {
      say({"Nothing to undo in this sitting. What was done before it: " + options_.ebb + " undo"});
      return prompt();
    }
    say({fmt::format("Undone: {}. {}", step_words(undone->step), left())});
    after_change(undone->step);
  }

  void redo() {
    const auto redone = study_.redo();
    if (!redone) {
      say({"Nothing to redo."});
      return prompt();
    }
    say({fmt::format("Done again: {}. {}", step_words(redone->step), left())});
    after_change(redone->step);
  }

  // A mark leaves the card where it is; every other step changes which card is shown.
  void after_change(Step step) { step == Step::marked || step == Step::edited ? prompt() : ask_question(); }

  void why() {
    say(why_lines(study_.collection(), study_.card()->card, study_.today()));
    prompt();
  }

  Study& study_;
  FaceOptions options_;
  Millis asked_{0};
  bool quit_ = false;
};

}  // namespace

void review_in_lines(Study& study, const FaceOptions& options) {
  LineReview(study, options).run();
}

}  // namespace ebb
