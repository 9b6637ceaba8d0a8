// ebb paths: where everything is.
#include <fmt/format.h>

#include "cli/config/configuration.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/place.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

int run_paths(const World& world, const Arguments&) {
  const std::string collection = absolute_path(world.collection_path());
  const std::string backups = backups_folder(collection);
  const Folders folders = user_folders();
  const bool made = exists(collection);
  if (world.globals.json) {
    print_json(json_result()
                   .text("collection", collection)
                   .flag("made", made)
                   .text("backups", backups)
                   .text("config", config_path())
                   .text("state", folders.state));
    return 0;
  }
  fmt::print("collection  {}{}\n", one_line(collection), made ? "" : "  (not made yet)");
  fmt::print("backups     {}\n", one_line(backups));
  fmt::print("config      {}\n", one_line(config_path()));
  fmt::print("state       {}\n", one_line(folders.state));
  return 0;
}

}  // namespace

const Command paths_command{
    .name = "paths",
    .aliases = "",
    .usage = "",
    .summary = "show where everything is",
    .examples =
        "ebb paths\n"
        "ebb paths --json  for scripts\n",
    .options = {},
    .run = run_paths,
};

}  // namespace ebb
