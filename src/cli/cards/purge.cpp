// ebb purge: a text gone for good. The one command that cannot be undone, so it says what it will do, and asks.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/cards/buffer_editor.hpp"
#include "cli/cards/card_ids.hpp"
#include "cli/cards/chosen.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/place.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/store/life.hpp"
#include "ebb/store/purge.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {{"--dry-run", "", "say what would be gone and what would stay, and change nothing"}};

struct ToPurge {
  std::vector<NoteId> notes;
  std::vector<std::string> ids, lines;
};

// Deleted cards too: their text is still in the log.
ToPurge notes_asked(Collection& collection, const std::vector<std::string>& words) {
  ToPurge chosen;
  for (const std::string& word : words) {
    const auto notes = notes_by_id(collection, word.starts_with("id:") ? word.substr(3) : word);
    if (notes.empty()) throw Error(Exit::no, fmt::format("No card has the id {}. purge takes ids, as ebb list shows them.", one_line(word)));
    if (notes.size() > 1) throw Error(Exit::no, fmt::format("{} begins the ids of {} cards; use more digits.", one_line(word), notes.size()));
    if (std::find(chosen.notes.begin(), chosen.notes.end(), notes[0]) != chosen.notes.end()) continue;
    const std::string id = public_id(collection, card_of(notes[0], 0));
    const auto view = find_note(collection, notes[0]);
    chosen.notes.push_back(notes[0]);
    chosen.ids.push_back(id.substr(0, id.find('.')));
    chosen.lines.push_back(short_id(id) + "  " + (view ? cut(one_line(view->question), 60) : std::string("(deleted)")));
  }
  return chosen;
}

// Files beside the collection that hold the text as well: backups, and edits that were never applied.
std::vector<std::string> copies_with_text(const World& world, const std::vector<std::string>& ids) {
  std::vector<std::string> found;
  const std::string folder = backups_folder(world.collection_path());
  if (exists(folder))
    for (const std::string& file : files_below(folder))
      if (copy_holds_text(file, ids)) found.push_back(file);
  for (const std::string& file : kept_edits()) {
    const std::string text = read_file(file);
    if (std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return text.find(id) != std::string::npos; })) found.push_back(file);
  }
  return found;
}

void tell_plan(const ToPurge& chosen, const Purged& plan, const std::vector<std::string>& copies) {
  std::string text = "The text of these is to be gone for good, from every entry of the log; no undo brings it back:\n";
  for (const std::string& line : chosen.lines) text += "  " + line + "\n";
  text += fmt::format("What stays: their ids, {} without text, {}.", counted(plan.texts, "entry"), counted(plan.answers, "answer"));
  if (!copies.empty()) {
    text += "\nThese files hold the text too, and are not changed; delete those that should not:";
    for (const std::string& file : copies) text += "\n  " + one_line(file);
  }
  text += "\nThe deck file that a card came from is yours: ebb does not touch it. Nor does it reach copies elsewhere.";
  fmt::print(stderr, "{}\n", text);
}

int finish_scrubbing(const World& world) {
  Collection collection = world.open(Purpose::write);
  if (!scrub(collection)) throw Error(Exit::store, "Another program uses the collection. Close it, and say ebb purge again.");
  world.remember(collection);
  world.say("The file was written anew: what was purged is in no page of it.");
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  if (arguments.words.empty()) {
    if (world.has_collection() && arguments.given.empty()) return finish_scrubbing(world);
    throw Error(Exit::usage, fmt::format("Say which card: {} purge 7f3a91", world.ebb()));
  }
  Collection collection = world.open(Purpose::write);
  const ToPurge chosen = notes_asked(collection, arguments.words);
  const Purged plan = plan_purge(collection, chosen.notes);
  const auto copies = copies_with_text(world, chosen.ids);
  const bool dry_run = arguments.has("--dry-run");
  if (!world.globals.json || !dry_run) tell_plan(chosen, plan, copies);
  Purged done = plan;
  if (!dry_run) {
    ask_or_leave(world, fmt::format("Purge {}?", counted(static_cast<std::int64_t>(chosen.notes.size()), "card")));
    done = purge(collection, world.today(), chosen.notes);
    world.remember(collection);
  }
  if (world.globals.json) {
    JsonObject object = json_result();
    object.raw("notes", json_texts(chosen.ids)).number("texts", done.texts).number("answers", done.answers);
    print_json(object.raw("copies", json_texts(copies)).flag("clean", done.clean).flag("applied", !dry_run).text_or_null("entry", done.entry));
  } else if (dry_run) {
    std::cout << "Nothing was changed.\n";
  } else {
    world.say(fmt::format("Purged {}.", counted(static_cast<std::int64_t>(chosen.notes.size()), "card")));
  }
  if (!dry_run && !done.clean)
    throw Error(Exit::store, "The text is out of the log, but another program uses the file and it may still be in free pages. Close that, and say ebb purge.");
  return 0;
}

}  // namespace

const Command purge_command{.name = "purge",
                            .aliases = "",
                            .usage = "ID…",
                            .summary = "take a text out for good: cannot be undone",
                            .examples = "ebb purge 7f3a91 --dry-run    what would be gone, and which backups hold it\n"
                                        "ebb purge 7f3a91              a password does get pasted\n"
                                        "ebb purge                     finish one that another program was in the way of\n",
                            .options = options,
                            .run = run};

}  // namespace ebb
