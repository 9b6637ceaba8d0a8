// ebb undo and ebb redo: one command taken back, however much it changed.
#include <fmt/format.h>

#include <iostream>

#include "cli/history/undo_ahead.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/log.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option undo_options[] = {{"--session", "", "all answers of the last sitting"}};
constexpr int most_undone = 1000;

// So many at once are asked about, whatever they are.
constexpr int asked_above = 20;

void ask_or_refuse(const World& world, const std::string& question) {
  if (!world.ask(question)) throw Error(Exit::no, "Nothing was undone. " + question + " Say yes with --yes.");
}

void ask_about_reviewed(const World& world, const std::string& what, std::int64_t reviewed) {
  if (reviewed == 0) return;
  ask_or_refuse(world,
                fmt::format("Undo {}? {} been reviewed; the cards go, their reviews stay in the log.", what,
                            reviewed == 1 ? "1 of its cards has" : with_commas(reviewed) + " of its cards have"));
}

// A number that is larger than was meant could take more than can be seen: it is asked about when it is large, and when
// it reaches through other commands to an import.
void ask_about_many(const World& world, Collection& collection, int count) {
  const UndoAhead ahead = undo_ahead(collection, count);
  const bool mixed = ahead.imports > 0 && ahead.imports < ahead.commands;
  if (ahead.commands <= asked_above && !mixed) return;
  const std::string imports =
      ahead.imports > 0 ? fmt::format(" ({} among them)", counted(ahead.imports, "import")) : "";
  ask_or_refuse(world, fmt::format("Undo the last {}{}?", counted(ahead.commands, "command"), imports));
}

void tell(const World& world, const char* verb, const UndoResult& result) {
  if (world.globals.json) return;
  std::cout << looks_of(world).drawn(fmt::format("{}: {}.\n", verb, one_line(result.what)));
  if (!result.told.empty()) std::cout << one_line(result.told) << '\n';
}

JsonObject result_json(const UndoResult& result) {
  return JsonObject()
      .text("entry", result.entry)
      .text("what", result.what)
      .number("entries", result.entries)
      .number("reviewed", result.reviewed)
      .text_or_null("told", result.told);
}

int finish(const World& world, const Collection& collection, const char* key, const std::vector<UndoResult>& results,
           const std::string& nothing) {
  world.remember(collection);
  if (world.globals.json) {
    std::vector<std::string> objects;
    objects.reserve(results.size());
    for (const UndoResult& result : results) objects.push_back(result_json(result).str());
    print_json(json_result().raw(key, json_array(objects)));
  }
  if (!results.empty()) return 0;
  if (!world.globals.json) world.say(nothing);
  return static_cast<int>(Exit::no);
}

std::vector<UndoResult> undo_newest(const World& world, Collection& collection, int count) {
  if (count > 1) ask_about_many(world, collection, count);
  std::vector<UndoResult> results;
  for (int i = 0; i < count; ++i) {
    const auto next = undoable(collection);
    if (!next) break;
    ask_about_reviewed(world, next->what, next->reviewed);
    const auto result = undo(collection, world.today(), next->entry);
    if (!result) break;
    tell(world, "Undone", *result);
    results.push_back(*result);
  }
  if (!results.empty() && results.size() < static_cast<std::size_t>(count))
    world.say(fmt::format("Nothing older is left to undo: {} taken back.",
                          counted(static_cast<std::int64_t>(results.size()), "command")));
  return results;
}

std::vector<UndoResult> undo_named(const World& world, Collection& collection, const std::string& entry) {
  const UndoResult ahead = undoable(collection, entry);
  ask_about_reviewed(world, "the " + ahead.what, ahead.reviewed);
  const auto result = undo(collection, world.today(), entry);
  if (!result) return {};
  tell(world, "Undone", *result);
  return {*result};
}

std::vector<UndoResult> undo_session(const World& world, Collection& collection) {
  const auto result = undo_sitting(collection, world.today());
  if (!result) return {};
  tell(world, "Undone", *result);
  return {*result};
}

// A number of commands; nothing when the word is something else.
std::optional<int> count_in(const std::string& word, const char* does) {
  if (word.empty() || word.find_first_not_of("0123456789") != std::string::npos || word.size() > 4) return {};
  const int count = std::stoi(word);
  if (count < 1 || count > most_undone)
    throw Error(Exit::usage, fmt::format("{} 1 to {} commands at once.", does, most_undone));
  return count;
}

int run_undo(const World& world, const Arguments& arguments) {
  const bool session = arguments.has("--session");
  if (arguments.words.size() + session > 1)
    throw Error(Exit::usage, "undo takes one thing: a number, an entry of `ebb log`, or --session.");
  const std::string word = arguments.words.empty() ? "1" : arguments.words.front();
  const auto count = count_in(word, "undo takes back");
  if (!count && word.find(':') == std::string::npos)
    throw Error(Exit::usage,
                fmt::format("\"{}\" is neither a number nor an entry such as 0d6f2c1a:12; ebb log lists them.",
                            one_line(word)));
  Collection collection = world.open(Purpose::write);
  const auto results = session ? undo_session(world, collection)
                       : count ? undo_newest(world, collection, *count)
                               : undo_named(world, collection, word);
  return finish(world, collection, "undone", results, "There is nothing to undo. What another copy of this collection did is undone by name: ebb log, then ebb undo ENTRY");
}

void tell_what_is_left(const World& world, Collection& collection, int count, int done) {
  if (done > 0 && done < count)
    return world.say(fmt::format("Nothing more is left to redo: {} brought back.", counted(done, "command")));
  if (const int left = done > 0 ? left_to_redo(collection) : 0; left > 0)
    world.say(fmt::format("{} more to bring back: ebb redo{}", left, left > 1 ? fmt::format(" {}", left) : ""));
}

int run_redo(const World& world, const Arguments& arguments) {
  const std::string word = arguments.words.empty() ? "1" : arguments.words.front();
  const auto count = count_in(word, "redo brings back");
  if (!count || arguments.words.size() > 1)
    throw Error(Exit::usage, fmt::format("redo takes a number of undos to bring back, not \"{}\".",
                                         one_line(fmt::format("{}", fmt::join(arguments.words, " ")))));
  Collection collection = world.open(Purpose::write);
  std::vector<UndoResult> results;
  for (int i = 0; i < *count; ++i) {
    const auto result = redo(collection, world.today());
    if (!result) break;
    tell(world, "Done again", *result);
    results.push_back(*result);
  }
  std::fflush(stdout);
  tell_what_is_left(world, collection, *count, static_cast<int>(results.size()));
  return finish(world, collection, "redone", results, "There is nothing to redo: it works right after an undo.");
}

}  // namespace

const Command undo_command{"undo",
                           "",
                           "[N|ENTRY]",
                           "take back the last command, or one of the log",
                           "ebb undo              the last thing that was done\n"
                           "ebb undo 3            the last three\n"
                           "ebb undo 0d6f2c1a:12  this entry of `ebb log`\n"
                           "ebb undo --session    all answers of the last sitting",
                           undo_options,
                           run_undo};

const Command redo_command{"redo",
                           "",
                           "[N]",
                           "bring back what the last undo took",
                           "ebb redo      works while nothing else was done since\n"
                           "ebb redo 3    the last three undos",
                           {},
                           run_redo};

}  // namespace ebb
