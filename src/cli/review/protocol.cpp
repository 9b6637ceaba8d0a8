// The review for programs: one JSON object a line out, one command a line in (docs/protocol.md). `saved` is written only
// after the answer is on the disk.
#include <charconv>
#include <cstdio>
#include <iostream>

#include "cli/program/json_out.hpp"
#include "cli/review/card_asker.hpp"
#include "cli/review/grade_keys.hpp"
#include "cli/review/line_words.hpp"
#include "cli/review/protocol_events.hpp"
#include "cli/review/review_faces.hpp"
#include "ebb/system/environment.hpp"

namespace ebb {
namespace {

// The first word of a line, and what follows it.
struct ProtocolLine {
  std::string command, rest;
};

ProtocolLine split(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = std::min(line.find_first_not_of(blanks), line.size());
  const std::size_t end = std::min(line.find_first_of(blanks, first), line.size());
  const std::size_t rest = std::min(line.find_first_not_of(blanks, end), line.size());
  const std::size_t last = line.find_last_not_of(blanks);
  return {std::string(line.substr(first, end - first)),
          rest < line.size() ? std::string(line.substr(rest, last - rest + 1)) : std::string()};
}

class ProtocolReview {
 public:
  ProtocolReview(Study& study, const FaceOptions& options) : study_(study), options_(options), asker_(options) {}

  void run(const std::string& idle) {
    ask();
    std::string line;
    while (study_.card() != nullptr && !quit_ && std::getline(std::cin, line)) obey(split(line));
    send(summary_event(study_, idle));
  }

 private:
  static void send(const JsonObject& event) {
    print_json(event);
    std::cout.flush();
    std::fflush(stdout);
  }
  void problem(const std::string& what) { send(problem_event(what)); }

  void ask() {
    if (study_.card() == nullptr) return;
    asked_ = steady_clock_ms();
    asker_.begin(*study_.card());
    send(question_event(study_, asker_));
  }

  void obey(const ProtocolLine& line) {
    if (line.command.empty()) return;
    if (line.command == "reveal") return reveal();
    if (line.command == "grade") return grade(line.rest);
    if (line.command == "type") return type(line.rest);
    if (line.command == "choose") return choose(line.rest);
    if (line.command == "hint") return hint();
    if (line.command == "undo") return took_back(study_.undo());
    if (line.command == "redo") return brought_back(study_.redo());
    if (line.command == "suspend") return set_aside("suspend", [this] { study_.suspend(); });
    if (line.command == "bury") return set_aside("bury", [this] { study_.bury(); });
    if (line.command == "skip") return skip();
    if (line.command == "delete") return set_aside("delete", [this] { study_.remove(); });
    if (line.command == "leech") return leech(line.rest);
    if (line.command == "mark") return mark(line.rest);
    if (line.command == "why") return send(why_event(study_));
    if (line.command == "quit") {
      quit_ = true;
      return;
    }
    problem("\"" + line.command +
            "\" is no command; there are: reveal, type TEXT, choose N, hint, grade N, undo, redo, suspend, bury, skip, mark [NOTE], delete, leech suspend|rest, "
            "why, quit");
  }

  void reveal() {
    study_.reveal();
    send(answer_event(study_, asker_, options_.grades));
  }

  void judged(const Verdict& verdict) {
    send(verdict_event(*study_.card(), asker_, verdict));
    reveal();
  }

  void type(const std::string& text) {
    if (study_.revealed()) return problem("the answer is shown already");
    judged(asker_.type(text, study_.typed_strictly()));
  }

  void choose(const std::string& number) {
    const int options = static_cast<int>(asker_.prompt().options.size());
    int option = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), option);
    if (study_.revealed()) return problem("the answer is shown already");
    if (options == 0) return problem("this card has no options");
    if (error != std::errc{} || end != number.data() + number.size() || option < 1 || option > options)
      return problem("choose is followed by a number from 1 to " + std::to_string(options));
    judged(asker_.choose(option));
  }

  void hint() {
    const auto hint = study_.revealed() ? std::nullopt : asker_.hint();
    if (!hint) return problem(asker_.prompt().hints.empty() ? "this card has no hints" : "there are no more hints");
    send(hint_event(*study_.card(), asker_, *hint));
  }

  void grade(const std::string& number) {
    if (!study_.revealed()) return problem("not graded: the answer is not shown yet; send reveal first");
    const auto quality = grade_typed(number, options_.grades);
    if (!quality)
      return problem("\"" + number + "\" is no grade; send " +
                     (options_.grades == 6   ? "0 to 5"
                      : options_.grades == 2 ? "1 or 2"
                                             : "1 to 4"));
    send(saved_event(study_, study_.grade(*quality, steady_clock_ms() - asked_)));
    ask();
  }

  template <class Change>
  void set_aside(std::string_view what, Change change) {
    const std::string card = study_.card()->id;
    change();
    send(changed_event(study_, what, card));
    ask();
  }

  void skip() {
    study_.skip();
    ask();
  }

  void mark(const std::string& note) {
    const bool marked = study_.mark(note);
    send(marked_event(study_, marked));
  }

  void leech(const std::string& what) {
    const auto last = study_.last_card();
    if (!last || (what != "suspend" && what != "rest"))
      return problem("leech is followed by suspend or rest, and is about the card that was answered last");
    const std::string shown = study_.card() != nullptr ? study_.card()->id : "";
    what == "suspend" ? study_.suspend_last() : study_.rest_last(leech_rest_days);
    send(changed_event(study_, what, last->id));
    if (study_.card() != nullptr && study_.card()->id != shown) ask();
  }

  void took_back(const std::optional<Undone>& undone) {
    if (!undone) return problem("nothing to undo in this sitting");
    send(undone_event(study_, *undone, false));
    if (undone->step != Step::marked && undone->step != Step::edited) ask();
  }

  void brought_back(const std::optional<Undone>& redone) {
    if (!redone) return problem("nothing to redo");
    send(undone_event(study_, *redone, true));
    if (redone->step != Step::marked && redone->step != Step::edited) ask();
  }

  Study& study_;
  FaceOptions options_;
  CardAsker asker_;
  Millis asked_{0};
  bool quit_ = false;
};

}  // namespace

void review_by_protocol(Study& study, const FaceOptions& options, const std::string& idle) {
  ProtocolReview(study, options).run(idle);
}

}  // namespace ebb
