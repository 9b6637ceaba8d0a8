// ebb undo and ebb redo: one command taken back, however much it changed.
#include <fmt/format.h>

#include <iostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/json_out.hpp"
#include "cli/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/log.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option undo_options[] = {{"--session", "", "all answers of the last sitting"}};
constexpr int most_undone = 1000;

// Whether `word`, as people type it, names the entry: the device may be shortened.
bool names(const std::string& word, const std::string& entry) {
  const std::size_t typed = word.find(':'), full = entry.find(':');
  return typed != std::string::npos && full != std::string::npos && word.substr(typed) == entry.substr(full) &&
         entry.starts_with(word.substr(0, typed));
}

std::string note_of(const std::string& id) {
  return id.substr(0, id.find('.'));
}

// How many notes of the import that `word` names have been reviewed since. An answer always stands after its note.
std::int64_t reviewed_of(Collection& collection, const std::string& word) {
  std::set<std::string> answered;
  std::string batch;
  for_each_entry(collection, [&](const LogLine& line) {
    if (names(word, line.entry)) batch = line.batch;
    return batch.empty();
  });
  std::int64_t reviewed = 0;
  for_each_entry(collection, [&](const LogLine& line) {
    if (line.quality && !line.undone) answered.insert(note_of(line.card));
    if (line.batch == batch && line.what == "note.new")
      reviewed += static_cast<std::int64_t>(answered.count(note_of(line.card)));
    return line.entry != batch;
  });
  return reviewed;
}

bool agreed(const World& world, const std::string& what, std::int64_t reviewed) {
  if (reviewed == 0) return true;
  const std::string question =
      fmt::format("Undo {}? {} been reviewed; the cards go, their reviews stay in the log.", what,
                  reviewed == 1 ? "1 of its cards has" : with_commas(reviewed) + " of its cards have");
  if (world.ask(question)) return true;
  throw Error(Exit::no, "Nothing was undone. " + question + " Say yes with --yes.");
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
  std::vector<UndoResult> results;
  for (int i = 0; i < count; ++i) {
    const auto next = undoable(collection);
    if (!next) break;
    agreed(world, next->what, next->reviewed);
    const auto result = undo(collection, world.today());
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
  agreed(world, "that import", reviewed_of(collection, entry));
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
std::optional<int> count_in(const std::string& word) {
  if (word.empty() || word.find_first_not_of("0123456789") != std::string::npos || word.size() > 4) return {};
  const int count = std::stoi(word);
  if (count < 1 || count > most_undone)
    throw Error(Exit::usage, fmt::format("undo takes back 1 to {} commands at once.", most_undone));
  return count;
}

int run_undo(const World& world, const Arguments& arguments) {
  const bool session = arguments.has("--session");
  if (arguments.words.size() + session > 1)
    throw Error(Exit::usage, "undo takes one thing: a number, an entry of `ebb log`, or --session.");
  const std::string word = arguments.words.empty() ? "1" : arguments.words.front();
  const auto count = count_in(word);
  if (!count && word.find(':') == std::string::npos)
    throw Error(Exit::usage,
                fmt::format("\"{}\" is neither a number nor an entry such as 0d6f2c1a:12; ebb log lists them.",
                            one_line(word)));
  Collection collection = world.open(Purpose::write);
  const auto results = session ? undo_session(world, collection)
                       : count ? undo_newest(world, collection, *count)
                               : undo_named(world, collection, word);
  return finish(world, collection, "undone", results, "There is nothing to undo.");
}

int run_redo(const World& world, const Arguments&) {
  Collection collection = world.open(Purpose::write);
  std::vector<UndoResult> results;
  if (const auto result = redo(collection, world.today())) {
    tell(world, "Done again", *result);
    results.push_back(*result);
  }
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

const Command redo_command{
    "redo", "",      "", "bring back what the last undo took", "ebb redo    works while nothing else was done since",
    {},     run_redo};

}  // namespace ebb
