// ebb backup: the copies of the collection, a new one, and the way back to one.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/place.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string size_text(std::int64_t bytes) {
  if (bytes < 1 << 20) return fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1024);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1 << 20));
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

int list(const World& world) {
  const auto backups = backups_here(world);
  const std::string folder = backups_folder(world.collection_path());
  if (world.globals.json) {
    std::vector<std::string> objects;
    for (const Backup& one : backups)
      objects.push_back(
          JsonObject().text("file", one.path).text("at", iso_time(one.at)).text("reason", one.reason).number("bytes", one.bytes).str());
    print_json(json_result().text("folder", folder).raw("backups", json_array(objects)));
    return 0;
  }
  for (const Backup& one : backups)
    std::cout << fmt::format("{}  {:>9}  {}\n", local_time(one.at), size_text(one.bytes), one_line(file_name(one.path)));
  if (backups.empty())
    world.say("There is no backup yet. Make one with: ebb backup now");
  else
    world.say(fmt::format("{} in {}. To go back to one: ebb backup restore FILE", counted(static_cast<std::int64_t>(backups.size()), "backup"),
                          one_line(folder)));
  return 0;
}

int now(const World& world) {
  world.open(Purpose::read);  // tells what to do where there is none
  const std::string path = backup_now(world, "now");
  if (world.globals.json)
    print_json(json_result().text("file", path));
  else
    std::cout << one_line(path) << '\n';
  return 0;
}

// A path, or the name of a file in the backups folder.
std::string found(const World& world, const std::string& file) {
  if (file.find('/') != std::string::npos || exists(file)) return file;
  return backups_folder(world.collection_path()) + "/" + file;
}

std::string contents(const BackupFacts& facts) {
  return fmt::format("{} and {}", counted(facts.cards, "card"), counted(facts.answers, "answer"));
}

// What is there now; a damaged collection cannot say.
std::string present(const std::string& collection) {
  try {
    return "the collection has " + contents(examine_backup(collection));
  } catch (const Error&) {
    return "the collection is damaged";
  }
}

int restore(const World& world, const std::string& file) {
  const std::string backup = found(world, file), collection = absolute_path(world.collection_path());
  const BackupFacts facts = examine_backup(backup);
  if (exists(collection)) {
    const std::string question = fmt::format("{} has {}; {}. Put it in its place?", one_line(file_name(backup)),
                                             contents(facts), present(collection));
    if (!world.ask(question))
      throw Error(Exit::usage, fmt::format("{}; {}. Nothing was changed. To restore it, add --yes.",
                                           one_line(file_name(backup)) + " has " + contents(facts), present(collection)));
  } else {
    make_private_folder(collection.substr(0, collection.rfind('/')));
  }
  const Restored restored = restore_backup(backup, collection, backups_folder(collection), world.clock());
  if (world.globals.json) {
    print_json(json_result().text("file", backup).number("cards", facts.cards).number("answers", facts.answers)
                   .text_or_null("before", restored.before).flag("was_damaged", restored.was_damaged));
    return 0;
  }
  std::cout << fmt::format("Restored {}: {}.\n", one_line(file_name(backup)), contents(facts));
  if (restored.was_damaged)
    world.say(fmt::format("The damaged file was moved to {}", one_line(restored.before)));
  else if (!restored.before.empty())
    world.say(fmt::format("What was there before: ebb backup restore {}", one_line(file_name(restored.before))));
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  const auto& words = arguments.words;
  if (words.empty() || (words[0] == "list" && words.size() == 1)) return list(world);
  if (words[0] == "now" && words.size() == 1) return now(world);
  if (words[0] == "restore" && words.size() == 2) return restore(world, words[1]);
  throw Error(Exit::usage, "Say what: ebb backup list, ebb backup now, or ebb backup restore FILE");
}

}  // namespace

const Command backup_command{
    .name = "backup",
    .aliases = "",
    .usage = "list|now|restore [FILE]",
    .summary = "copies of the collection, checked, and the way back to one",
    .examples =
        "ebb backup                  those that there are; ebb makes one a day by itself\n"
        "ebb backup now              one more, now\n"
        "ebb backup restore FILE     puts it in the place of the collection, after a copy of that\n",
    .options = {},
    .run = run,
};

}  // namespace ebb
