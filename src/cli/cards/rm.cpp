// ebb rm and ebb reset: cards deleted, and cards that begin again.
#include <fmt/format.h>

#include "cli/cards/deed.hpp"
#include "cli/program/commands.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option, dry_run_option};

// A note goes with all of its cards: those that were not chosen are named in the question.
void ask_about_others(const World& world, Collection& collection, const Chosen& chosen) {
  std::int64_t all = 0;
  for (const NoteId note : chosen.notes) {
    const auto view = find_note(collection, note);
    if (view) all += static_cast<std::int64_t>(std::max<std::size_t>(view->cards.size(), 1));
  }
  const auto named = static_cast<std::int64_t>(chosen.cards.size());
  if (all <= named) return;
  ask_or_leave(world, fmt::format("A note goes with all of its cards: {} more {}. Delete {}?", with_commas(all - named),
                                  all - named == 1 ? "card goes" : "cards go", counted(all, "card")));
}

int run_rm(const World& world, const Arguments& arguments) {
  need_words(world, arguments, "rm", "7f3a91");
  const Deed deed{"Delete",  "Deleted",
                  "deleted", "Nothing was changed.",
                  true,      [](Edits& edits, CardId card) { return edits.remove(card.note()); }};
  const bool dry_run = arguments.has("--dry-run");
  Collection collection = world.open(Purpose::write);
  const auto deck = arguments.value("--deck");
  const Chosen chosen = dry_run ? cards_chosen(world, collection, arguments.words, deck)
                                : choose(world, collection, arguments.words, deck, deed.ask);
  if (chosen.cards.empty()) throw Error(Exit::no, "No card matches. Nothing was changed.");
  if (!dry_run) ask_about_others(world, collection, chosen);
  return do_deed(world, collection, chosen, dry_run, deed);
}

int run_reset(const World& world, const Arguments& arguments) {
  need_words(world, arguments, "reset", "tag:forgotten");
  const Deed deed{"Reset",     "New again:",
                  "new again", "New already. Nothing was changed.",
                  false,       [](Edits& edits, CardId card) { return edits.reset(card); }};
  return do_deed(world, arguments, arguments.words, deed);
}

}  // namespace

const Command rm_command{.name = "rm",
                         .aliases = "delete",
                         .usage = "FILTER…",
                         .summary = "delete cards; ebb undo brings them back",
                         .examples =
                             "ebb rm 7f3a91                  this card\n"
                             "ebb rm is:orphan --dry-run     which they would be\n"
                             "ebb purge 7f3a91               when the text itself must be gone\n",
                         .options = options,
                         .run = run_rm};

const Command reset_command{.name = "reset",
                            .aliases = "",
                            .usage = "FILTER…",
                            .summary = "forget the schedule of cards: they are new again",
                            .examples =
                                "ebb reset tag:verbs    their answers stay in the log and in the statistics\n"
                                "ebb undo               the schedule is back\n",
                            .options = options,
                            .run = run_reset};

}  // namespace ebb
