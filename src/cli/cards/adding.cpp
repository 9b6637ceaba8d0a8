// Reading new cards, looking for those that are here already, saving.
#include "cli/cards/adding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/card_ids.hpp"
#include "cli/cards/chosen.hpp"
#include "cli/program/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/unicode.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr std::size_t most_shown = 10;

bool has_marks(const std::string& text) {
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1)
    if ((text[at] == 'Q' || text[at] == 'C') && text.compare(at + 1, 1, ":") == 0) return true;
  return false;
}

// One block a line.
BufferRead read_lines(const std::string& text, const BufferBlock& head) {
  BufferRead read;
  int number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      read.problems.push_back(
          {number, "no tab parts a question from its answer; with Q: and A: the text may have several lines"});
      continue;
    }
    BufferBlock block = head;
    block.line = number;
    block.question = line.substr(0, tab);
    block.answer = std::string(line.substr(tab + 1));
    read.blocks.push_back(std::move(block));
  }
  return read;
}

void list_near(const World& world, const std::vector<NearNote>& near, const std::vector<ImportedNote>& notes) {
  for (std::size_t i = 0; i < std::min(near.size(), most_shown); ++i) {
    const NearNote& one = near[i];
    const std::string is = one.likeness >= 1 ? "is here already" : fmt::format("is {:.2f} alike", one.likeness);
    const std::string here = cut(one_line(one.question) + " → " + one_line(one.answer), 50);
    fmt::print(stderr, "{}\n",
               looks_of(world).drawn(fmt::format("  {}  {}  {} ({})", short_id(one.id),
                                                 cut(one_line(notes[one.of].question), 30), is, one_line(one.deck))));
    if (here != one_line(notes[one.of].question)) fmt::print(stderr, "            {}\n", looks_of(world).drawn(here));
  }
  if (near.size() > most_shown) fmt::print(stderr, "  and {} more\n", near.size() - most_shown);
}

void ask_about_near(const World& world, Collection& collection, const std::vector<ImportedNote>& notes) {
  std::vector<std::string> questions;
  for (const ImportedNote& note : notes) questions.push_back(note.question);
  const std::vector<NearNote> near = near_notes(collection, questions);
  if (near.empty()) return;
  list_near(world, near, notes);
  const char* question = notes.size() == 1 ? "Add it all the same?" : "Add them all the same?";
  if (world.ask(question)) return;
  throw Error(Exit::no, world.can_ask() ? "Nothing was added." : fmt::format("Nothing was added. {} Say yes with --yes.", question));
}

}  // namespace

TextRead notes_in_text(const std::string& text, const BufferBlock& head) {
  TextRead result;
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string::npos) {
    result.problems.push_back(
        {static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n')) + 1,
         "this is not UTF-8 text"});
    return result;
  }
  BufferRead read =
      has_marks(text) || text.find("<!-- ebb") != std::string::npos ? read_buffer(text) : read_lines(text, head);
  result.problems = std::move(read.problems);
  for (BufferBlock& block : read.blocks) {
    if (!block.id.empty()) {
      result.problems.push_back({block.line, "a new card has no id; cards that are here are changed with ebb edit"});
      continue;
    }
    if (!block.deck || block.deck->empty()) block.deck = head.deck;
    if (!block.tags) block.tags = head.tags;
    for (const BufferBlock::Line& key : head.keys)
      if (std::none_of(block.keys.begin(), block.keys.end(), [&](const auto& own) { return own.name == key.name; }))
        block.keys.push_back(key);
    if (block.answer && block.answer->empty()) result.problems.push_back({block.line, "the answer is empty"});
    const auto problems = note_of_block(block, {}, result.notes.emplace_back());
    result.problems.insert(result.problems.end(), problems.begin(), problems.end());
  }
  return result;
}

int add_notes(const World& world, const std::vector<ImportedNote>& notes) {
  if (notes.empty()) {
    world.say("Nothing was added.");
    return static_cast<int>(Exit::no);
  }
  Collection collection = world.open(Purpose::create);
  ask_about_near(world, collection, notes);
  std::vector<std::string> ids;
  std::string entry;
  {
    Edits edits(collection, world.today());
    std::vector<NoteId> made;
    for (const ImportedNote& note : notes) made.push_back(edits.add(note));
    entry = edits.commit();
    for (const NoteId note : made) ids.push_back(find_note(collection, note).value_or(NoteView{}).id);
  }
  world.remember(collection);
  if (world.globals.json) {
    print_json(json_result().raw("notes", json_texts(ids)).text("deck", notes.front().deck).text("entry", entry));
    return 0;
  }
  for (const std::string& id : ids) std::cout << id << '\n';
  std::cout << std::flush;
  const bool one_deck = std::all_of(notes.begin(), notes.end(),
                                    [&](const ImportedNote& note) { return note.deck == notes.front().deck; });
  std::int64_t cards = 0;
  for (const ImportedNote& note : notes)
    cards += static_cast<std::int64_t>(std::max<std::size_t>(note.cards.size(), 1));
  world.say(fmt::format("Added {}{}. {} undo takes {} back.", counted(cards, "card"),
                        one_deck ? " to " + one_line(notes.front().deck) : "", world.ebb(),
                        cards == 1 ? "it" : "them"));
  return 0;
}

}  // namespace ebb
