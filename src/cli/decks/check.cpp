// ebb check: reads deck files without a collection, and says what an import would make of them.
#include <fmt/format.h>

#include "cli/decks/problem_text.hpp"
#include "cli/decks/reading.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {into_deck_option, format_option, columns_option, front_key_option, back_key_option};

std::string note_json(const ImportedNote& note) {
  JsonObject object;
  object.text_or_null("id", note.id)
      .text("deck", note.deck)
      .text("question", note.question)
      .text("answer", note.answer)
      .raw("tags", json_texts(note.tags))
      .number("line", note.line);
  return object.str();
}

// Counts what arrives; keeps the cards only when they are to be shown.
class CheckSink : public ImportSink {
 public:
  explicit CheckSink(bool keep_cards) : keep_cards_(keep_cards) {}
  void note(ImportedNote&& note) override {
    if (keep_cards_) cards.push_back(note_json(note));
  }
  void problem(Problem&& problem) override { problems.push_back(std::move(problem)); }
  void entry(ImportedEntry&&) override { ++entries; }
  void progress(std::size_t, std::size_t) override {}

  std::vector<std::string> cards;  // as JSON
  std::vector<Problem> problems;
  std::int64_t entries = 0;

 private:
  bool keep_cards_;
};

struct Checked {
  std::string file;
  ReadReport report;
  CheckSink sink{false};
};

std::string checked_json(const Checked& checked) {
  JsonObject object = reading_json(checked.file, checked.report);
  object.number("entries", checked.sink.entries)
      .raw("problems", problems_json(checked.sink.problems))
      .raw("cards", json_array(checked.sink.cards));
  return object.str();
}

void print_checked(const Checked& checked) {
  const ReadReport& report = checked.report;
  fmt::print("{}: {}\n", one_line(checked.file), one_line(report.shape));
  for (const std::string& line : report.told) fmt::print("  {}\n", one_line(line));
  if (report.full) {
    fmt::print("  {} entries of a log\n", with_commas(checked.sink.entries));
  } else {
    fmt::print("  {} taken, {} left out\n", counted(report.taken, "card"), with_commas(report.left_out));
  }
  for (const Problem& problem : checked.sink.problems) fmt::print("{}\n", problem_text(problem));
}

int run_check(const World& world, const Arguments& arguments) {
  const ReadOptions read = read_options(arguments);
  std::vector<std::string> values;
  Exit exit = Exit::done;
  for (const std::string& file : deck_files(arguments.words, "check")) {
    tell_typing(world, file);
    try {
      Checked checked{.file = file, .report = {}, .sink = CheckSink(world.globals.json)};
      checked.report = read_deck(*open_source(file), options_for(read, file), checked.sink);
      const bool nothing = checked.report.taken == 0 && !checked.report.full;
      if ((nothing || !checked.sink.problems.empty()) && exit == Exit::done) exit = Exit::no;
      if (world.globals.json) {
        values.push_back(checked_json(checked));
      } else {
        print_checked(checked);
        if (nothing) fmt::print("  nothing parsed\n");
      }
    } catch (const Error& error) {
      if (error.exit() != Exit::input) throw;
      std::fflush(stdout);
      fmt::print(stderr, "ebb: {}\n", screen_text(error.what()));
      exit = Exit::input;
    }
  }
  if (world.globals.json) print_json(json_result().raw("files", json_array(values)));
  return static_cast<int>(exit);
}

}  // namespace

const Command check_command{
    .name = "check",
    .aliases = "",
    .usage = "FILE…|-",
    .summary = "read deck files without importing them; exit 1 if something is wrong in them",
    .examples =
        "ebb check deck.json\n"
        "ebb check notes.txt --json  with the cards as they were read\n",
    .options = options,
    .run = run_check,
};

}  // namespace ebb
