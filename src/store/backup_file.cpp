// Backups: a copy that was not checked must never stand beside the good ones.
#include "store/backup_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

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

}  // namespace

std::string copy_verified(Database& db, const std::string& folder, const std::string& name, Instant now) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) ::chmod(folder.c_str(), 0700);
  std::string path = folder + "/" + name + "-" + file_time(now) + ".db";
  for (int count = 2; std::filesystem::exists(path); ++count)
    path = folder + "/" + name + "-" + file_time(now) + "-" + std::to_string(count) + ".db";
  const std::string draft = path + ".part";
  std::filesystem::remove(draft, error);
  try {
    db.copy_to(draft);
    Database copy(draft, Access::write);
    copy.run("PRAGMA journal_mode = DELETE");  // a backup is one file
    if (copy.text("PRAGMA quick_check") != "ok")
      throw Error(Exit::store, "the backup of " + db.path() + " did not pass its check and was thrown away; run ebb doctor");
  } catch (...) {
    std::filesystem::remove(draft, error);
    throw;
  }
  sync_path(draft);
  if (std::rename(draft.c_str(), path.c_str()) != 0) {
    std::filesystem::remove(draft, error);
    throw Error(Exit::store, "cannot write the backup " + path + "; check the space and the permissions");
  }
  sync_path(folder);
  return path;
}

}  // namespace ebb
