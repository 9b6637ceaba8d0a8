// ebb add: cards typed on the command line, from a pipe, or in the editor.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/adding.hpp"
#include "cli/cards/buffer_editor.hpp"
#include "cli/decks/deck_verbs.hpp"
#include "cli/program/commands.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr const char* default_deck = "default";

constexpr Option options[] = {
    {"-d,--deck", "DECK", "the deck; made if there is none. Without it: default"},
    {"-t,--tag", "TAG", "a tag; can be given more than once"},
    {"--cloze", "TEXT", "a text with holes: {{c1::hidden}}, or [hidden]"},
    {"--reverse", "", "a second card that asks the other way round"},
    {"--hint", "TEXT", "a hint; can be given more than once"},
    {"--notes", "TEXT", "shown under the answer"},
    {"--source", "TEXT", "where it is from"},
};

// What the options say, as the head of a block.
BufferBlock block_asked(const Arguments& arguments) {
  BufferBlock block;
  block.deck = checked_deck_name(arguments.value("--deck").value_or(default_deck));
  block.tags = arguments.values("--tag");
  for (const std::string& tag : *block.tags)
    if (tag.empty() || tag.find_first_of(" \t\n,\"") != std::string::npos)
      throw Error(Exit::usage,
                  fmt::format("\"{}\" is no tag: a tag has no blank, comma or quote in it.", one_line(tag)));
  if (arguments.has("--reverse")) block.keys.push_back({"type", "reversed", 0});
  for (const std::string& hint : arguments.values("--hint")) block.keys.push_back({"hints", hint, 0});
  for (const char* key : {"notes", "source"})
    if (const auto text = arguments.value(std::string("--") + key)) block.keys.push_back({key, *text, 0});
  return block;
}

std::string template_of(const BufferBlock& block) {
  std::string text = buffer_comment(
      "A card is Q: and A:, or C: with {{c1::holes}} or [holes]; any number of them.\n"
      "     deck and tags are for all below. Save and leave when done; without a card\n"
      "     nothing is added. ebb help editing says more.");
  text += "deck: " + *block.deck + "\ntags:";
  for (const std::string& tag : *block.tags) text += " " + tag;
  return text + "\n---\nQ: \nA: \n";
}

[[noreturn]] void refuse(const World& world) {
  throw Error(
      Exit::usage,
      fmt::format("Say what: {0} add QUESTION ANSWER, {0} add --cloze TEXT, {0} add - for a pipe, or {0} add alone "
                  "on a terminal, which opens your editor.",
                  world.ebb()));
}

// The one card of the command line.
std::optional<BufferBlock> block_typed(const World& world, const Arguments& arguments) {
  BufferBlock block = block_asked(arguments);
  const auto& words = arguments.words;
  if (const auto cloze = arguments.value("--cloze")) {
    if (!words.empty()) throw Error(Exit::usage, "With --cloze the text comes right after it and nothing else does: ebb add --cloze TEXT");
    if (arguments.has("--reverse")) throw Error(Exit::usage, "A cloze has no reverse: give --cloze or --reverse.");
    block.cloze = true;
    block.question = *cloze;
    return block;
  }
  if (words.empty() || words == std::vector<std::string>{"-"}) return {};
  if (words.size() != 2)
    throw Error(Exit::usage, fmt::format("A card is a question and an answer{}: {} add 'to be' ser",
                                         words.size() > 2 ? "; quote what has blanks" : "", world.ebb()));
  if (words[0].find_first_not_of(" \t\n") == std::string::npos) throw Error(Exit::usage, "The question is empty.");
  block.question = words[0];
  block.answer = words[1];
  return block;
}

int add_in_editor(const World& world, const Arguments& arguments) {
  const BufferBlock asked = block_asked(arguments);
  BufferEditor editor(world, "add");
  TextRead read;
  const auto saved = editor.edit(template_of(asked), [&](const std::string& text) {
    read = notes_in_text(text, asked);
    return read.problems;
  });
  if (!saved) return static_cast<int>(Exit::input);
  try {
    const int code = add_notes(world, read.notes);
    editor.done();
    return code;
  } catch (...) {
    editor.keep(*saved);
    throw;
  }
}

std::vector<ImportedNote> notes_from_pipe(const World& world, const Arguments& arguments) {
  if (world.in_terminal) world.say("Reading what is typed or pasted here; Ctrl-D on a line of its own ends it.");
  TextRead read = notes_in_text(read_file("-"), block_asked(arguments));
  if (read.problems.empty()) return std::move(read.notes);
  std::string text = "Nothing was added.";
  for (const BufferProblem& problem : read.problems) text += fmt::format("\nline {}: {}", problem.line, problem.what);
  throw Error(Exit::input, text);
}

int run(const World& world, const Arguments& arguments) {
  if (const auto typed = block_typed(world, arguments)) {
    ImportedNote note;
    const auto problems = note_of_block(*typed, {}, note);
    if (!problems.empty()) throw Error(Exit::usage, fmt::format("Nothing was added: {}.", problems.front().what));
    return add_notes(world, {std::move(note)});
  }
  if (!arguments.words.empty()) return add_notes(world, notes_from_pipe(world, arguments));
  if (!world.in_terminal || world.globals.no_input) refuse(world);
  return add_in_editor(world, arguments);
}

}  // namespace

const Command add_command{.name = "add",
                          .aliases = "new",
                          .usage = "[QUESTION ANSWER|-]",
                          .summary = "make cards; without text, in your editor",
                          .examples =
                              "ebb add 'to be' ser -d es::verbs -t irregular\n"
                              "ebb add --cloze 'Madrid is the capital of {{c1::Spain}}'\n"
                              "ebb add --reverse dog perro           asked both ways\n"
                              "ebb add -d es                         your editor, for as many as you like\n"
                              "xclip -o | ebb add -                  lines of question TAB answer, or Q: and A:\n",
                          .options = options,
                          .run = run};

}  // namespace ebb
