// Backups: verified copies of the collection's file, which of them to keep, and the way back to one.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// One backup, as the name of its file tells: `collection-daily-2026-11-25T07-30-00Z.db`.
struct Backup {
  std::string path;
  std::string reason;  ///< `daily`, `now`, `before-import`, `pre-v3` …
  Instant at;
  std::int64_t bytes = 0;
};

/// The backups of a collection's file in a folder, newest first. Files with other names are not looked at.
std::vector<Backup> backups_of(const std::string& folder, const std::string& collection);

/// Copies the file as it was last committed, whoever has it open, to `folder/STEM-REASON-<time>.db`: under a temporary
/// name, checked (SQLite's quick check, and the number of rows of each table), fsynced, renamed. Returns the path. Throws
/// `Error(Exit::store)`: then nothing is there.
std::string back_up_file(const std::string& collection, const std::string& folder, std::string_view reason, Instant now);

/// Whether the newest backup holds everything that the collection's log holds now: another one would be the same.
bool is_backed_up(const std::string& collection, const std::vector<Backup>& backups);

/// Whether no card was ever answered: what there is came from files that are still there.
bool is_unanswered(const std::string& collection);

/// How many copies are kept: the newest of so many days, then of so many weeks, then of so many months; and the newest
/// of those that were made before something, or by hand.
struct Keeping {
  int days = 7, weeks = 4, months = 12, others = 10;
};

/// A backup that is not needed, because another covers its time; places in the list that was given.
struct Superfluous {
  std::size_t copy = 0, kept = 0;
};

/// Which can go. `days` are the study days of `backups`, newest first. Pure: nothing is deleted.
std::vector<Superfluous> superfluous(const std::vector<Backup>& backups, const std::vector<Day>& days,
                                     const Keeping& keeping);

/// Deletes what is superfluous; but nothing for the sake of a copy that does not pass its check any more. Such copies are
/// returned, and stay.
std::vector<std::string> thin_backups(const std::vector<Backup>& backups, const std::function<Day(Instant)>& day_of,
                                      const Keeping& keeping);

/// What is in a backup.
struct BackupFacts {
  std::int64_t cards = 0, answers = 0;
};
/// Checks a backup and counts. Throws `Error(Exit::store)` if it is damaged, no collection, or of a newer ebb.
BackupFacts examine_backup(const std::string& path);

/// What a restore did with what was there before: the path of the copy, empty if there was nothing.
struct Restored {
  std::string before;
  bool was_damaged = false;  ///< it could not be copied: the file itself was moved away
};
/// Puts a backup in the place of the collection, in one transaction, after a backup of the present (reason
/// `before-restore`). The next write begins a new device. Throws `Error(Exit::store)` if another program has the
/// collection open, or the backup does not pass its check: then nothing is changed.
Restored restore_backup(const std::string& backup, const std::string& collection, const std::string& folder, Instant now);

}  // namespace ebb
