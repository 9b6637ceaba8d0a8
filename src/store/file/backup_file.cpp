// Backups: a copy that was not checked must never stand beside the good ones.
#include "store/file/backup_file.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "ebb/core/error.hpp"
#include "ebb/store/backups.hpp"
#include "store/file/schema.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

void sync_path(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

// `2026-11-25T07-30-00Z`: no colon, which some file systems refuse.
std::string file_time(Instant now) {
  std::string text = iso_time(std::chrono::floor<std::chrono::seconds>(now));
  for (char& c : text)
    if (c == ':') c = '-';
  return text;
}

using RowCounts = std::array<std::int64_t, 4>;

RowCounts row_counts(Database& db) {
  return {db.number("SELECT count(*) FROM review"), db.number("SELECT count(*) FROM change"),
          db.number("SELECT count(*) FROM note"), db.number("SELECT count(*) FROM card")};
}

void check_copy(const std::string& draft, const RowCounts& wanted, const std::string& source) {
  Database copy(draft, Access::write);
  copy.run("PRAGMA journal_mode = DELETE");  // a backup is one file
  if (copy.text("PRAGMA quick_check(1)") != "ok" || row_counts(copy) != wanted)
    throw DamagedDatabase(Exit::store,
                          "the backup of " + source + " did not pass its check and was thrown away; run ebb doctor");
}

// `….db.PID.part`: what a process that is no more left of its attempt.
bool is_left_over(const std::string& name) {
  if (!name.ends_with(".part")) return false;
  const std::string rest = name.substr(0, name.size() - 5);
  const pid_t process = std::atoi(rest.substr(rest.rfind('.') + 1).c_str());
  return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

void remove_old_drafts(const std::string& folder) {
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder, error))
    if (is_left_over(file.path().filename().string())) fs::remove(file.path(), error);
}

void remove_draft(const std::string& draft) {
  std::error_code error;
  fs::remove(draft, error);
  fs::remove(draft + "-journal", error);
}

// Nobody should have to wonder about the name of a draft that is gone.
std::string about_file(std::string text, const std::string& draft, const std::string& path) {
  if (const std::size_t at = text.find(draft); at != std::string::npos) text.replace(at, draft.size(), path);
  return text;
}

// The log as far as it goes, of each device: two files with the same text hold the same entries.
std::string log_state(Database& db) {
  return db.text(
      "SELECT group_concat(max(ifnull((SELECT max(id) FROM review WHERE id > dev << 40 AND id < (dev + 1) << 40), 0),"
      "                        ifnull((SELECT max(id) FROM change WHERE id > dev << 40 AND id < (dev + 1) << 40), 0)))"
      " FROM (SELECT dev FROM device ORDER BY dev)");
}

}  // namespace

std::string free_backup_path(const std::string& folder, const std::string& name, Instant now) {
  std::string path = folder + "/" + name + "-" + file_time(now) + ".db";
  for (int count = 2; fs::exists(path); ++count)
    path = folder + "/" + name + "-" + file_time(now) + "-" + std::to_string(count) + ".db";
  return path;
}

std::string copy_verified(Database& db, const std::string& folder, const std::string& name, Instant now) {
  std::error_code error;
  if (fs::create_directories(folder, error)) ::chmod(folder.c_str(), 0700);
  if (!fs::is_directory(folder))
    throw Error(Exit::store, "cannot make the folder " + folder + " for backups; check the permissions");
  remove_old_drafts(folder);
  const std::string path = free_backup_path(folder, name, now);
  const std::string draft = path + "." + std::to_string(::getpid()) + ".part";
  fs::remove(draft, error);
  try {
    const Reading reading(db);  // what is counted is what is copied
    const RowCounts counts = row_counts(db);
    db.copy_to(draft);
    check_copy(draft, counts, db.path());
  } catch (const DamagedDatabase&) {
    remove_draft(draft);
    throw;
  } catch (const Error& failure) {
    remove_draft(draft);
    throw Error(Exit::store, "cannot write the backup " + path + ": " + about_file(failure.what(), draft, path));
  }
  sync_path(draft);
  if (std::rename(draft.c_str(), path.c_str()) != 0) {
    fs::remove(draft, error);
    throw Error(Exit::store, "cannot write the backup " + path + "; check the space and the permissions");
  }
  sync_path(folder);
  return path;
}

std::string backup_name(const std::string& collection, std::string_view reason) {
  return fs::path(collection).stem().string() + "-" + std::string(reason);
}

bool is_whole_backup(const std::string& path) {
  try {
    Database db(path, Access::immutable);
    return db.number("PRAGMA application_id") == application_id && db.text("PRAGMA quick_check(1)") == "ok";
  } catch (const Error&) {
    return false;
  }
}

std::string back_up_file(const std::string& collection, const std::string& folder, std::string_view reason,
                         Instant now) {
  Database db(collection, Access::read);
  return copy_verified(db, folder, backup_name(collection, reason), now);
}

std::optional<Day> last_answered(const std::string& collection) {
  Database db(collection, Access::read);
  const std::int64_t day = db.number("SELECT max(day) FROM tally");
  if (day == 0) return {};
  return day_from_number(static_cast<int>(day));
}

bool is_backed_up(const std::string& collection, const std::vector<Backup>& backups) {
  if (backups.empty()) return false;
  try {
    Database here(collection, Access::read), there(backups.front().path, Access::immutable);
    return log_state(here) == log_state(there);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace ebb
