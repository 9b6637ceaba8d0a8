// ebb init: makes the collection, here or in the data folder, with the bundled deck if that is wanted.
#include <fmt/format.h>

#include <filesystem>

#include "cli/decks/bundled_deck.hpp"
#include "cli/decks/import_plan.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/place.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--here", "", "in .ebb of this folder; used from here and from the folders below"},
    {"--demo", "", "with the deck that comes with ebb: seven cards on training deep neural nets"},
};

// Whose file it is, is decided here: one that came with the folder is taken over only when that is confirmed.
void settle_here(const World& world) {
  if (!world.globals.db.empty()) throw Error(Exit::usage, "--here and --db both name a place. Give one.");
  const std::string path = local_collection(std::filesystem::current_path().string());
  if (exists(path) && !was_made_here(path) &&
      !world.ask(one_line(path) + " was not made on this machine. Use it as yours?"))
    throw Error(Exit::usage, path + " was not made on this machine, and is left alone. To take it over, add --yes.");
  make_private_folder(path.substr(0, path.rfind('/')));
  world.found_path = path;
}

int run_init(const World& world, const Arguments& arguments) {
  const bool here = arguments.has("--here");
  if (here) settle_here(world);
  ImportRequest request;
  request.fresh = !world.has_collection();
  Collection collection = world.open(Purpose::create);
  const std::string path = absolute_path(world.collection_path());
  if (here) record_made_here(path);
  std::vector<ImportOutcome> outcomes;
  if (arguments.has("--demo")) outcomes.push_back(import_source(world, collection, *bundled_deck_source(), request));
  world.remember(collection);

  const std::int64_t added = outcomes.empty() ? 0 : outcomes.front().plan.added;
  if (world.globals.json) {
    print_json(json_result().text("collection", path).flag("made", request.fresh).number("added", added));
    return 0;
  }
  fmt::print("{} {}\n", request.fresh ? "Made" : "Already there:", one_line(path));
  if (!outcomes.empty()) fmt::print("{} added from the deck that comes with ebb.\n", counted(added, "card"));
  if (!world.globals.quiet) fmt::print("Next: {} {}\n", world.ebb(), outcomes.empty() ? "import FILE" : "review");
  return 0;
}

}  // namespace

const Command init_command{
    .name = "init",
    .aliases = "",
    .usage = "",
    .summary = "make the collection (the first import does it too)",
    .examples =
        "ebb init --demo  with seven cards to try\n"
        "ebb init --here  a collection of this folder\n",
    .options = options,
    .run = run_init,
};

}  // namespace ebb
