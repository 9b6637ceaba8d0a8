// One verb over many cards, as one command.
#include "cli/cards/deed.hpp"

#include <fmt/format.h>

#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"

namespace ebb {

int do_deed(const World& world, Collection& collection, const Chosen& chosen, bool dry_run, const Deed& deed) {
  Outcome outcome(world, dry_run);
  std::vector<CardId> changed;
  std::string entry;
  if (!dry_run && are_many(chosen.cards.size())) backup_before(world, "change");
  {
    Edits edits(collection, world.today());
    NoteId last;
    for (const CardId card : chosen.cards) {
      if (deed.notes && card.note() == last) continue;
      last = card.note();
      if (deed.change(edits, card)) changed.push_back(card);
    }
    if (!dry_run) entry = edits.commit();
  }
  for (const CardId card : changed) outcome.changed(collection, card);
  if (!dry_run) world.remember(collection);
  const std::string cards = counted(outcome.count(), "card");
  return outcome.finish(fmt::format("{} {}.", deed.done, cards), fmt::format("{} would be {}:", cards, deed.would),
                        deed.already, entry);
}

int do_deed(const World& world, const Arguments& arguments, const std::vector<std::string>& words, const Deed& deed) {
  const bool dry_run = arguments.has("--dry-run");
  Collection collection = world.open(Purpose::write);
  const auto deck = arguments.value("--deck");
  const Chosen chosen =
      dry_run ? cards_chosen(world, collection, words, deck) : choose(world, collection, words, deck, deed.ask);
  if (chosen.cards.empty()) throw Error(Exit::no, "No card matches. Nothing was changed.");
  return do_deed(world, collection, chosen, dry_run, deed);
}

void need_words(const World& world, const Arguments& arguments, std::string_view verb, std::string_view example) {
  if (!arguments.words.empty()) return;
  throw Error(Exit::usage, fmt::format("Say which cards: {} {} {}", world.ebb(), verb, example));
}

}  // namespace ebb
