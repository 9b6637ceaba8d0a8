// The way back to a backup: the present is kept first, and programs that have the collection open are not surprised.
#include <filesystem>

#include "ebb/core/error.hpp"
#include "ebb/store/backups.hpp"
#include "store/file/backup_file.hpp"
#include "store/file/schema.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

// A copy beside the collection that says it belongs nowhere: whoever writes to it next is a second writer
// (docs/decisions/004-second-writer.md). What was written since the backup has the names that it would give out again.
class Draft {
 public:
  Draft(const std::string& backup, const std::string& collection) : path_(collection + ".restore.part") {
    remove();
    Database(backup, Access::immutable).copy_to(path_);
    Database draft(path_, Access::write);
    draft.run("PRAGMA journal_mode = DELETE; REPLACE INTO meta(key, value) VALUES('owner', 'restored')");
  }
  ~Draft() { remove(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const std::string& path() const { return path_; }

 private:
  void remove() const {
    std::error_code error;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path_ + suffix, error);
  }
  std::string path_;
};

// Alone with the file until it is closed: leaving the WAL needs that nobody else has it open, and the lock keeps it so.
void be_alone(Database& live) {
  try {
    if (live.text("PRAGMA journal_mode = DELETE") == "delete") {
      live.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
      return;
    }
  } catch (const DamagedDatabase&) {
    throw;
  } catch (const Error&) {
  }
  throw Error(Exit::store, live.path() + " is open in another program; finish there (q ends a review) and try again. "
                                         "Nothing was changed");
}

std::string moved_away(const std::string& collection, const std::string& folder, Instant now) {
  std::error_code error;
  fs::create_directories(folder, error);
  const std::string path = free_backup_path(folder, backup_name(collection, "damaged"), now);
  for (const char* suffix : {"", "-wal", "-shm"})
    if (fs::exists(collection + suffix)) {
      fs::rename(collection + suffix, path + suffix, error);
      if (error) throw Error(Exit::store, collection + suffix + " could not be moved to " + folder + ": " + error.message());
    }
  return path;
}

bool in_place(const std::string& draft, const std::string& collection, const std::string& folder, Instant now,
              Restored& restored) {
  try {
    Database live(collection, Access::write);
    if (recognise(live, false) == FileKind::empty) return false;
    be_alone(live);
    restored.before = copy_verified(live, folder, backup_name(collection, "before-restore"), now);
    Database(draft, Access::read).copy_into(live);
    return true;
  } catch (const DamagedDatabase&) {
    return false;
  }
}

}  // namespace

BackupFacts examine_backup(const std::string& path) {
  if (!fs::is_regular_file(path)) throw Error(Exit::store, "there is no backup at " + path + "; ebb backup list shows them");
  Database db(path, fs::exists(path + "-wal") ? Access::read : Access::immutable);
  const FileKind kind = recognise(db, true);
  if (kind == FileKind::empty) throw Error(Exit::store, path + " is empty; nothing was changed");
  if (db.text("PRAGMA quick_check(1)") != "ok")
    throw DamagedDatabase(Exit::store, path + " is damaged; nothing was changed. ebb backup list shows the others");
  return {db.number("SELECT count(*) FROM card JOIN note ON note.id = card.id >> 10 WHERE note.flags & 9 = 0"),
          db.number("SELECT count(*) FROM review")};
}

Restored restore_backup(const std::string& backup, const std::string& collection, const std::string& folder,
                        Instant now) {
  examine_backup(backup);
  Restored restored;
  const Draft draft(backup, collection);
  if (fs::exists(collection)) {
    if (in_place(draft.path(), collection, folder, now, restored)) return restored;
    restored.before = moved_away(collection, folder, now);
    restored.was_damaged = true;
  }
  std::error_code error;
  fs::rename(draft.path(), collection, error);  // whole or not at all, also if the power goes
  if (error) throw Error(Exit::store, draft.path() + " could not be put in its place: " + error.message());
  return restored;
}

}  // namespace ebb
