// The review in plain lines: append-only, no escapes, for screen readers, pipes and slow terminals.
#include <fmt/format.h>

#include <iostream>

#include "cli/review/card_asker.hpp"
#include "cli/review/grade_keys.hpp"
#include "cli/review/line_words.hpp"
#include "cli/review/review_faces.hpp"
#include "cli/schedule/why_lines.hpp"
#include "ebb/core/words.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

class LineReview {
 public:
  LineReview(Study& study, const FaceOptions& options) : study_(study), options_(options), asker_(options) {}

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
    const bool typing = asker_.typing() && !study_.revealed();
    if (typing && !line.empty() && line[0] != '/') return type(line);
    if (const int option = option_typed(line); option > 0) return choose(option);
    const LineCommand command = line_command(typing && !line.empty() ? line.substr(1) : line, options_.grades);
    switch (command.what) {
      case LineCommand::What::nothing:
        return nothing_typed();
      case LineCommand::What::type:
        return study_.revealed() ? prompt() : type(command.rest);
      case LineCommand::What::hint:
        return hint();
      case LineCommand::What::open:
        return media(&CardMedia::open);
      case LineCommand::What::play:
        return media(&CardMedia::play);
      case LineCommand::What::source:
        return source();
      case LineCommand::What::grade:
        return study_.revealed() ? grade(*command.quality) : answer_first();
      case LineCommand::What::undo:
        return undo();
      case LineCommand::What::redo:
        return redo();
      case LineCommand::What::mark:
        return mark(command.rest);
      case LineCommand::What::edit:
        return edit();
      case LineCommand::What::info:
        say(info_lines(*study_.card(), study_.today().day));
        return prompt();
      case LineCommand::What::look_back:
        return look_back();
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

  void ask_question() {
    const CardView* card = study_.card();
    if (card == nullptr) return;
    asked_ = steady_clock_ms();
    asker_.begin(*card);
    show_media();
    const Progress progress = study_.progress();
    std::cout << fmt::format("{} {} of {}, deck {}:\n{}\n", kind_words(study_.kind(), card->memory), progress.shown,
                             progress.total, one_line(card->deck), asker_.question_text());
    prompt();
  }

  void show_answer() {
    study_.reveal();
    show_media();
    say(asker_.verdict_lines());
    std::cout << "Answer:\n" << asker_.answer_text() << '\n';
    std::cout << grades_line(study_, options_.grades, options_.preview) << '\n';
    prompt();
  }

  // What runs beside the review is told of between two lines, once: the card stays.
  void tell_beside() {
    if (beside_told_ || !options_.beside.told) return;
    const std::string told = options_.beside.told();
    if (told.empty()) return;
    beside_told_ = true;
    say({told});
  }

  void prompt() {
    tell_beside();
    std::cout << (study_.revealed() ? "> " : asker_.prompt_words());
  }

  void nothing_typed() {
    if (!study_.revealed()) return show_answer();
    asker_.verdict() ? grade(asker_.verdict()->proposed) : prompt();
  }

  void type(const std::string& text) {
    asker_.type(text, study_.typed_strictly());
    show_answer();
  }

  // A number before the answer chooses, where there is something to choose from; else 0.
  int option_typed(const std::string& line) const {
    if (study_.revealed() || line.size() != 1 || line[0] < '1' || line[0] > '9') return 0;
    const int option = line[0] - '0';
    return option <= static_cast<int>(asker_.prompt().options.size()) ? option : 0;
  }

  void choose(int option) {
    asker_.choose(option);
    show_answer();
  }

  void hint() {
    const auto hint = study_.revealed() ? std::nullopt : asker_.hint();
    if (hint)
      std::cout << "Hint: " << asker_.shown(*hint) << '\n';
    else
      say({asker_.prompt().hints.empty() ? "This card has no hints." : "There are no more hints."});
    prompt();
  }

  // What plays belongs to the card that is shown.
  void show_media() {
    const Prompt& prompt = asker_.prompt();
    if (options_.media == nullptr) return;
    options_.media->show(study_.card()->id, prompt.question, study_.revealed() ? prompt.answer + "\n" + prompt.notes : std::string());
  }

  void media(std::string (CardMedia::*what)()) {
    if (options_.media != nullptr) say({(options_.media->*what)()});
    prompt();
  }

  // The text as it is stored.
  void source() {
    const CardView* card = study_.card();
    std::cout << screen_text(card->question) << '\n';
    if (study_.revealed()) std::cout << "Answer:\n" << screen_text(card->answer) << '\n';
    prompt();
  }

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
      say({fmt::format("That card was forgotten {}: a leech. Make it easier (ebb edit), or: leech suspend, leech rest (two weeks). "
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

  void edit() {
    std::cout.flush();
    const std::string changed = options_.edit ? options_.edit(study_, study_.card()->card) : std::string();
    if (changed.empty()) {
      say({"Nothing was changed."});
      return prompt();
    }
    const std::string id = study_.card()->id;
    study_.edited(changed);
    say({"Edited. u takes it back."});
    if (study_.card() != nullptr && study_.card()->id == id && study_.revealed()) return show_answer();
    ask_question();
  }

  void look_back() {
    const auto last = study_.last_card();
    if (!last)
      say({"No card was answered yet."});
    else
      std::cout << "The last card:\n" << asker_.shown(last->question) << "\nAnswer:\n" << asker_.shown(last->answer) << '\n';
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
  CardAsker asker_;
  Millis asked_{0};
  bool quit_ = false, beside_told_ = false;
};

}  // namespace

void review_in_lines(Study& study, const FaceOptions& options) {
  LineReview(study, options).run();
}

}  // namespace ebb
