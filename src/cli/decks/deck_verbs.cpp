// Decks renamed, put under others, and deleted: each with those under it.
#include "cli/decks/deck_verbs.hpp"

#include <fmt/format.h>

#include "cli/cards/chosen.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

std::string last_level(const std::string& name) {
  const std::size_t at = name.rfind("::");
  return at == std::string::npos ? name : name.substr(at + 2);
}

int rename(const World& world, const std::string& deck, const std::string& given, bool dry_run) {
  const std::string to = checked_deck_name(given);
  Collection collection = world.open(Purpose::write);
  const std::string from = deck_called(collection, deck);
  int renamed = 0;
  std::string entry;
  if (from != to) {
    Edits edits(collection, world.today());
    renamed = edits.rename_deck(from, to);
    if (!dry_run) entry = edits.commit();
  }
  if (!dry_run) world.remember(collection);
  if (world.globals.json) {
    print_json(json_result().text("deck", from).text("name", to).number("decks", renamed).text_or_null("entry", entry));
  } else if (renamed == 0) {
    world.say(fmt::format("It is called {} already. Nothing was changed.", one_line(to)));
  } else if (dry_run) {
    fmt::print("{} would be {}{}.\nNothing was changed.\n", one_line(from), one_line(to),
               renamed > 1 ? fmt::format(", with the {} under it", counted(renamed - 1, "deck")) : "");
  } else {
    world.say(fmt::format("{} is {} now{}. {} undo takes it back.", one_line(from), one_line(to),
                          renamed > 1 ? fmt::format(", with the {} under it", counted(renamed - 1, "deck")) : "",
                          world.ebb()));
  }
  return static_cast<int>(renamed == 0 ? Exit::no : Exit::done);
}

// Under another deck, or to the top.
int move(const World& world, const std::string& deck, const std::string& under, bool dry_run) {
  std::string from, parent;
  {
    Collection collection = world.open(Purpose::read);
    from = deck_called(collection, deck);
    parent = under == "::" ? "" : checked_deck_name(under);
    for (const std::string& name : deck_names(collection))
      if (fold_text(name) == fold_text(parent)) parent = name;
  }
  if (parent == from || parent.starts_with(from + "::"))
    throw Error(Exit::no, fmt::format("{} cannot go under itself. Nothing was changed.", one_line(from)));
  return rename(world, from, (parent.empty() ? "" : parent + "::") + last_level(from), dry_run);
}

int remove(const World& world, const std::string& deck, bool dry_run) {
  Collection collection = world.open(Purpose::write);
  const std::string name = deck_called(collection, deck);
  const std::int64_t notes = notes_in_deck(collection, name);
  if (notes > 0 && !dry_run)
    ask_or_leave(world, fmt::format("Delete the deck {} and {} in it?", one_line(name), counted(notes, "card")));
  if (!dry_run && are_many(static_cast<std::size_t>(notes))) backup_before(world, "change");
  std::string entry;
  std::int64_t removed = 0;
  {
    Edits edits(collection, world.today());
    removed = edits.remove_deck(name);
    if (!dry_run) entry = edits.commit();
  }
  if (!dry_run) world.remember(collection);
  if (world.globals.json)
    print_json(json_result().text("deck", name).number("deleted", removed).text_or_null("entry", entry));
  else if (dry_run)
    fmt::print("The deck {} and {} in it would be deleted.\nNothing was changed.\n", one_line(name), counted(removed, "card"));
  else
    world.say(fmt::format("Deleted the deck {} with {}. {} undo brings it back.", one_line(name),
                          counted(removed, "card"), world.ebb()));
  return 0;
}

}  // namespace

std::string checked_deck_name(const std::string& name) {
  const bool empty_level = name.starts_with("::") || name.ends_with("::") || name.find("::::") != std::string::npos;
  if (empty_level || fold_text(name).empty() || name.find_first_of("\n\t") != std::string::npos)
    throw Error(Exit::usage,
                fmt::format("\"{}\" is no name of a deck: levels are parted by :: as in es::verbs.", one_line(name)));
  return to_nfc(name);
}

std::optional<int> run_deck_verb(const World& world, const std::vector<std::string>& words, bool dry_run) {
  if (words[0] == "rename" && words.size() == 3) return rename(world, words[1], words[2], dry_run);
  if (words[0] == "move" && words.size() == 3) return move(world, words[1], words[2], dry_run);
  if (words[0] == "rm" && words.size() == 2) return remove(world, words[1], dry_run);
  return {};
}

}  // namespace ebb
