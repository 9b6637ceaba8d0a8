// Which collection a command works on, and opening it.
#include <fmt/format.h>

#include <filesystem>

#include "cli/program/command.hpp"
#include "cli/program/place.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/error.hpp"
#include "ebb/schedule/schedulers.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

// `.ebb/collection.db` in this folder or the nearest above it that has one; empty if there is none.
std::string found_upward() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    const std::string path = local_collection(folder.string());
    if (exists(path)) return path;
    if (folder == folder.root_path()) break;
  }
  return {};
}

std::string look_for(const World& world) {
  if (!world.globals.db.empty()) return world.globals.db;
  if (const auto named = environment("EBB_DB")) return *named;
  const std::string near = found_upward();
  if (!near.empty() && was_made_here(near)) return near;
  if (!near.empty())
    world.say(
        fmt::format("{} was not made on this machine and is left alone. To use it: ebb init --here there, "
                    "or --db.",
                    one_line(near)));
  return user_folders().data + "/collection.db";
}

std::string nearest_folder(const std::string& path) {
  fs::path folder = fs::absolute(path).parent_path();
  while (!exists(folder.string()) && folder != folder.root_path()) folder = folder.parent_path();
  return folder.string();
}

Location locate(const std::string& path) {
  Location location;
  location.path = path;
  const bool there = exists(path);
  if (there) location.owner = file_owner(path);
  location.remembered = remembered_memo(path);
  location.network = !network_file_system(there ? path : nearest_folder(path)).empty();
  return location;
}

// A file of an older ebb is brought up to date first, also for a command that only reads.
Collection opened(const World& world, const std::string& path, Purpose purpose) {
  try {
    return Collection(locate(path), purpose, make_scheduler, world.clock());
  } catch (const OlderCollection&) {
    world.remember(world.open(Purpose::write));
    return Collection(locate(path), purpose, make_scheduler, world.clock());
  }
}

}  // namespace

std::string World::collection_path() const {
  if (found_path.empty()) found_path = look_for(*this);
  return found_path;
}

bool World::has_collection() const {
  return exists(collection_path());
}

Collection World::open(Purpose purpose) const {
  const std::string path = collection_path();
  if (purpose != Purpose::create && !exists(path))
    throw Error(Exit::store, fmt::format("There is no collection at {} yet. Make one with: ebb init --demo, or "
                                         "ebb import FILE",
                                         one_line(path)));
  if (purpose == Purpose::create && path == user_folders().data + "/collection.db")
    make_private_folder(user_folders().data);
  Collection collection = opened(*this, path, purpose);
  for (const std::string& notice : collection.notices()) say(screen_text(notice));
  const std::string folder = nearest_folder(path);
  if (purpose != Purpose::read && writable_by_others(folder) && !globals.quiet)
    say(fmt::format("Others may write to {}: they could change your cards. Close it with: chmod go-w {}",
                    one_line(folder), one_line(folder)));
  return collection;
}

void World::remember(const Collection& collection) const {
  const std::string memo = collection.memo();
  if (memo.empty()) return;
  try {
    if (memo != remembered_memo(collection_path())) remember_memo(collection_path(), memo);
  } catch (const std::exception& error) {  // what was saved is saved; only a copied file would be noticed later
    say(fmt::format("Cannot keep a note about this collection: {}", screen_text(error.what())));
  }
  daily_backup(*this);
}

}  // namespace ebb
