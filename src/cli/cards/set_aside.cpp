// ebb mark, suspend, resume and bury: cards kept in mind, or out of the way.
#include "cli/cards/deed.hpp"
#include "cli/program/commands.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {deck_option, dry_run_option};
constexpr Option mark_options[] = {{"--off", "", "take the mark off"}, deck_option, dry_run_option};

int run_mark(const World& world, const Arguments& arguments) {
  const bool on = !arguments.has("--off");
  const Deed deed{on ? "Mark" : "Take the marks off",
                  on ? "Marked" : "Took the mark off",
                  on ? "marked" : "marked no longer",
                  on ? "Marked already. Nothing was changed." : "Not marked. Nothing was changed.",
                  true,
                  [on](Edits& edits, CardId card) { return edits.mark(card.note(), on); }};
  return do_deed(world, arguments, arguments.words, deed);
}

int run_suspend(const World& world, const Arguments& arguments) {
  const Deed deed{"Suspend",   "Suspended",
                  "suspended", "Suspended already. Nothing was changed.",
                  false,       [](Edits& edits, CardId card) { return edits.suspend(card, true); }};
  return do_deed(world, arguments, arguments.words, deed);
}

int run_resume(const World& world, const Arguments& arguments) {
  const Deed deed{"Resume",
                  "Resumed",
                  "resumed",
                  "Neither suspended nor buried. Nothing was changed.",
                  false,
                  [](Edits& edits, CardId card) {
                    const bool woken = edits.suspend(card, false), dug_out = edits.bury(card, false);
                    return woken || dug_out;
                  }};
  return do_deed(world, arguments, arguments.words, deed);
}

int run_bury(const World& world, const Arguments& arguments) {
  const Deed deed{"Bury",
                  "Buried until tomorrow:",
                  "buried until tomorrow",
                  "Buried already. Nothing was changed.",
                  false,
                  [](Edits& edits, CardId card) { return edits.bury(card, true); }};
  return do_deed(world, arguments, arguments.words, deed);
}

}  // namespace

const Command mark_command{.name = "mark",
                           .aliases = "",
                           .usage = "FILTER…",
                           .summary = "mark cards to come back to, or take the mark off",
                           .examples =
                               "ebb mark 7f3a91             this card\n"
                               "ebb mark --off is:marked    none is marked any more\n"
                               "ebb edit is:marked          the marked ones in your editor\n",
                           .options = mark_options,
                           .run = run_mark};

const Command suspend_command{.name = "suspend",
                              .aliases = "",
                              .usage = "FILTER…",
                              .summary = "take cards out of review until they are resumed",
                              .examples =
                                  "ebb suspend tag:unsure\n"
                                  "ebb suspend -d law --dry-run    which they would be\n",
                              .options = options,
                              .run = run_suspend};

const Command resume_command{.name = "resume",
                             .aliases = "unsuspend unbury",
                             .usage = "FILTER…",
                             .summary = "bring suspended and buried cards back into review",
                             .examples =
                                 "ebb resume is:suspended deck:law\n"
                                 "ebb resume is:buried             also those put off until tomorrow\n",
                             .options = options,
                             .run = run_resume};

const Command bury_command{.name = "bury",
                           .aliases = "",
                           .usage = "FILTER…",
                           .summary = "put cards off until tomorrow",
                           .examples =
                               "ebb bury tag:hard    not today\n"
                               "ebb bury 7f3a91\n",
                           .options = options,
                           .run = run_bury};

}  // namespace ebb
