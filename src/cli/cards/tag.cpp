// ebb tag: tags put on and taken off, listed, renamed.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/deed.hpp"
#include "cli/cards/tag_change.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/looks.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/unicode.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option, dry_run_option};

int list_tags(const World& world) {
  Collection collection = world.open(Purpose::read);
  const auto tags = tags_in_use(collection);
  if (world.globals.json) {
    std::vector<std::string> objects;
    for (const TagCount& tag : tags)
      objects.push_back(JsonObject().text("name", tag.name).number("cards", tag.notes).str());
    print_json(json_result().raw("tags", json_array(objects)));
    return 0;
  }
  int width = 4;
  for (const TagCount& tag : tags) width = std::max(width, cells(one_line(tag.name)));
  for (const TagCount& tag : tags)
    std::cout << one_line(tag.name) << std::string(static_cast<std::size_t>(width - cells(one_line(tag.name)) + 2), ' ')
              << with_commas(tag.notes) << '\n';
  if (tags.empty()) world.say("No card has a tag yet. Put one on: ebb tag +NAME FILTER");
  return 0;
}

int rename_tag(const World& world, const std::string& from, const std::string& given, bool dry_run) {
  const std::string to = checked_tag(given);
  Collection collection = world.open(Purpose::write);
  Chosen chosen;
  chosen.notes = notes_tagged(collection, from);
  for (const NoteId note : chosen.notes) chosen.cards.push_back(card_of(note, 0));
  if (chosen.cards.empty())
    throw Error(Exit::no, fmt::format("No card has the tag \"{}\"; ebb tag list shows them.", one_line(from)));
  if (!dry_run)
    ask_above_limit(
        world, chosen.cards.size(),
        fmt::format("Rename the tag on {}?", counted(static_cast<std::int64_t>(chosen.cards.size()), "card")));
  const Deed deed{"Rename",
                  fmt::format("{} is {} now, on", one_line(from), one_line(to)),
                  fmt::format("tagged {}", one_line(to)),
                  "It is called so already. Nothing was changed.",
                  true,
                  [&](Edits& edits, CardId card) { return edits.rename_tag(card.note(), from, to); }};
  return do_deed(world, collection, chosen, dry_run, deed);
}

int run(const World& world, const Arguments& arguments) {
  const auto& words = arguments.words;
  if (words.empty() || (words.size() == 1 && words[0] == "list")) return list_tags(world);
  if (words[0] == "rename" && words.size() == 3)
    return rename_tag(world, words[1], words[2], arguments.has("--dry-run"));
  const auto change = tag_change_in(words[0]);
  if (!change)
    throw Error(Exit::usage, fmt::format("Say what: {0} tag +new,-old FILTER, {0} tag list, or {0} tag rename OLD NEW",
                                         world.ebb()));
  const Deed deed{
      "Tag",    "Tagged",
      "tagged", "Tagged like that already. Nothing was changed.",
      true,     [&](Edits& edits, CardId card) { return edits.tag(card.note(), change->add, change->remove); }};
  return do_deed(world, arguments, {words.begin() + 1, words.end()}, deed);
}

}  // namespace

const Command tag_command{.name = "tag",
                          .aliases = "",
                          .usage = "+x,-y FILTER…|list|rename OLD NEW",
                          .summary = "put tags on cards and take them off",
                          .examples =
                              "ebb tag +verb,-unsure deck:es aprender    one tag on, one off\n"
                              "ebb tag -unsure is:marked\n"
                              "ebb tag list                              the tags and how many cards have them\n"
                              "ebb tag rename verb grammar::verb         with the tags under it\n",
                          .options = options,
                          .run = run,
                          .signed_words = true};

}  // namespace ebb
