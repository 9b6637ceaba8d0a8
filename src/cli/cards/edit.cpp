// ebb edit: cards in the editor, as one text.
#include <fmt/format.h>

#include <iostream>

#include "cli/cards/buffer_editor.hpp"
#include "cli/cards/chosen.hpp"
#include "cli/cards/editing.hpp"
#include "cli/program/commands.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    deck_option,
    {"--from", "FILE", "apply a text that was edited before, without an editor; - is standard input"},
    {"--print", "", "print the text and change nothing: for your own tools, and then --from"},
    {"--dry-run", "", "show the plan and change nothing"},
};

std::vector<NoteView> notes_of(Collection& collection, const Chosen& chosen) {
  std::vector<NoteView> notes;
  for (const NoteId note : chosen.notes)
    if (auto view = find_note(collection, note)) notes.push_back(std::move(*view));
  return notes;
}

// With --from the text says which cards it is about: only a filter says that others were taken out.
std::vector<NoteView> notes_asked(const World& world, const Arguments& arguments, Collection& collection) {
  const auto deck = arguments.value("--deck");
  if (arguments.has("--from") && arguments.words.empty() && !deck) return {};
  const Chosen chosen = cards_chosen(world, collection, arguments.words, deck);
  if (chosen.cards.empty()) throw Error(Exit::no, "No card matches. Nothing was changed.");
  if (given_filter(world, arguments.words, deck).empty() && !arguments.has("--print"))
    ask_or_leave(world, fmt::format("Edit all {}?", counted(static_cast<std::int64_t>(chosen.notes.size()), "card")));
  return notes_of(collection, chosen);
}

void tell_kept(const World& world) {
  for (const std::string& file : kept_edits())
    world.say(fmt::format("An edit that was never applied is in {}: {} edit --from it, or delete it.", one_line(file),
                          world.ebb()));
}

// A text that was kept from an earlier edit is of no use once it is applied. A file of the user's own stays.
void drop_kept(const std::string& file) {
  for (const std::string& kept : kept_edits())
    if (resolved(kept) == resolved(file)) std::remove(kept.c_str());
}

int tell(const World& world, Collection& collection, const EditingOutcome& outcome, bool kept) {
  using End = EditingOutcome::End;
  std::int64_t edited = 0, moved = 0, added = 0;
  for (const EditedNote& note : outcome.plan.notes) edited += note.edited, moved += note.moved, added += note.fresh();
  const auto removed = static_cast<std::int64_t>(outcome.plan.taken_out.size());
  if (world.globals.json) {
    std::vector<std::string> ids;
    for (const NoteId note : outcome.made) ids.push_back(public_id(collection, card_of(note, 0)));
    JsonObject object = json_result();
    object.number("added", added)
        .number("edited", edited)
        .number("moved", moved)
        .number("deleted", removed)
        .raw("new", json_texts(ids));
    print_json(object.flag("applied", outcome.end == End::applied).text_or_null("entry", outcome.entry));
  } else if (outcome.end == End::unchanged) {
    world.say("Nothing was changed.");
  } else if (outcome.end == End::dry_run) {
    if (!kept) std::cout << "Nothing was changed.\n";
  } else if (outcome.end == End::applied) {
    world.say(fmt::format("Saved. {} undo takes it back.", world.ebb()));
  }
  return static_cast<int>(outcome.end == End::kept ? Exit::input : Exit::done);
}

int run(const World& world, const Arguments& arguments) {
  if (arguments.words.empty() && !arguments.has("--from") && !arguments.has("--deck") && !arguments.has("--print") &&
      (world.globals.no_input || !world.in_terminal) && !world.globals.yes)
    throw Error(Exit::usage,
                fmt::format("Say which cards: {} edit 7f3a91, or a filter: ebb help filters", world.ebb()));
  EditingOptions editing;
  editing.dry_run = arguments.has("--dry-run");
  const auto from = arguments.value("--from");
  if (from) editing.text = read_file(*from);
  Collection collection = world.open(arguments.has("--print") ? Purpose::read : Purpose::write);
  std::vector<NoteView> notes = notes_asked(world, arguments, collection);
  if (arguments.has("--print")) {
    std::cout << buffer_of(notes);
    return 0;
  }
  if (!from) tell_kept(world);
  const EditingOutcome outcome = edit_notes(world, collection, std::move(notes), editing);
  if (from && outcome.end == EditingOutcome::End::applied) drop_kept(*from);
  return tell(world, collection, outcome, !from);
}

}  // namespace

const Command edit_command{.name = "edit",
                           .aliases = "",
                           .usage = "FILTER…",
                           .summary = "cards in your editor: text, tags, deck, hints, notes",
                           .examples =
                               "ebb edit 7f3a91              one card\n"
                               "ebb edit deck:es aprender    all that match, as one text\n"
                               "ebb edit -d es --print       the text, for your own tools\n"
                               "ebb edit --from cards.md     what they made of it\n",
                           .options = options,
                           .run = run};

}  // namespace ebb
