// Backups that nobody has to think of: before what changes much, and once a study day.
#include "cli/upkeep/backing_up.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/config/configuration.hpp"
#include "cli/program/place.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

Keeping keeping_of(const Configuration& config) {
  Keeping keeping;
  keeping.days = config.number("backup.daily").value_or(keeping.days);
  keeping.weeks = config.number("backup.weekly").value_or(keeping.weeks);
  keeping.months = config.number("backup.monthly").value_or(keeping.months);
  return keeping;
}

Day day_of(const World& world, Instant at) {
  return world.calendar().today(at).day;
}

// A copy that takes longer than a blink is announced.
void announce(const World& world, const std::string& collection) {
  constexpr std::uintmax_t large = std::uintmax_t{100} << 20;
  std::error_code error;
  if (world.err_terminal && std::filesystem::file_size(collection, error) > large && !error)
    world.say("Backing up …");
}

}  // namespace

std::vector<Backup> backups_here(const World& world) {
  const std::string collection = absolute_path(world.collection_path());
  return backups_of(backups_folder(collection), collection);
}

std::string backup_now(const World& world, std::string_view reason) {
  const std::string collection = absolute_path(world.collection_path());
  announce(world, collection);
  std::string path = back_up_file(collection, backups_folder(collection), reason, world.clock());
  const auto damaged = thin_backups(
      backups_here(world), [&world](Instant at) { return day_of(world, at); }, keeping_of(world.config()));
  for (const std::string& one : damaged)
    world.say(fmt::format("The backup {} is damaged; nothing was thinned out for its sake.", one_line(one)));
  return path;
}

std::string backup_before(const World& world, std::string_view what) {
  if (!world.config().flag("backup.auto") || !world.has_collection()) return {};
  if (is_backed_up(absolute_path(world.collection_path()), backups_here(world))) return {};
  try {
    return backup_now(world, fmt::format("before-{}", what));
  } catch (const Error& error) {
    throw Error(error.exit(), fmt::format("There is no backup, so nothing was changed: {}. To go on without one: ebb config "
                                          "set backup.auto false",
                                          error.what()));
  }
}

void daily_backup(const World& world) {
  try {
    if (!world.config().flag("backup.auto")) return;
    const Day today = world.today().day;
    const auto backups = backups_here(world);
    for (const Backup& backup : backups)
      if (backup.reason == "daily" && day_of(world, backup.at) >= today) return;
    if (is_backed_up(absolute_path(world.collection_path()), backups)) return;  // nothing was written
    backup_now(world, "daily");
  } catch (const Error& error) {
    world.say(fmt::format("There is no backup of today: {}", screen_text(error.what())));
  }
}

std::string backup_age_note(const World& world) {
  if (!world.has_collection()) return {};
  const auto answered = last_answered(absolute_path(world.collection_path()));
  if (!answered) return {};  // what there is came from files that are still there
  const auto backups = backups_here(world);
  const std::string advice = fmt::format("make one with: {} backup now", world.ebb());
  if (backups.empty()) return "there is no backup yet; " + advice;
  const Day made = day_of(world, backups.front().at);
  if (*answered - made < std::chrono::days{2}) return {};
  const auto age = static_cast<int>((world.today().day - made).count());
  return fmt::format("the last backup is {} old; {}", days_text(age), advice);
}

}  // namespace ebb
