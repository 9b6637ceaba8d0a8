// Making, recognising and migrating the file.
#include "store/file/schema.hpp"

#include <sodium.h>

#include <filesystem>
#include <string>

#include "ebb/core/error.hpp"
#include "store/file/backup_file.hpp"

namespace ebb {
namespace {

constexpr std::int64_t this_writer = 3;  // compared with meta.min_reader and meta.min_writer

void insert_meta(Database& db, std::string_view key, std::int64_t value) {
  Statement(db, "INSERT INTO meta(key, value) VALUES(?, ?)").bind(1, key).bind(2, value).run();
}

std::int64_t meta_number(Database& db, std::string_view key) {
  Statement find(db, "SELECT value FROM meta WHERE key = ?");
  return find.bind(1, key).step() ? find.number(0) : 0;
}

}  // namespace

std::span<const Migration> migrations() {
  static constexpr Migration steps[] = {
      // 2: learning steps, and decks with parameters of their own. A program of version 1 may read it, not write it.
      {1,
       "ALTER TABLE card ADD COLUMN step INTEGER NOT NULL DEFAULT 0;"
       "ALTER TABLE card ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;"
       "ALTER TABLE deck ADD COLUMN par INTEGER NOT NULL DEFAULT 0;"
       "UPDATE meta SET value = 2 WHERE key = 'min_writer';"
       "PRAGMA user_version = 2"},
      // 3: the search index; cards counted by state from an index.
      {2,
       "CREATE VIRTUAL TABLE search USING fts5(q, a, own, content='', columnsize=0, tokenize='ascii');"
       "CREATE TABLE search_seen(dev INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;"
       "DROP INDEX card_due; CREATE INDEX card_due ON card(due, id, ivl, n, step);"
       "CREATE INDEX note_split ON note(q, a, more) WHERE a > 0 OR more > 0;"
       "UPDATE meta SET value = 3 WHERE key = 'min_writer';"
       "PRAGMA user_version = 3"},
  };
  return steps;
}

FileKind recognise(Database& db, bool for_writing) {
  const std::int64_t id = db.number("PRAGMA application_id");
  if (id == 0 && db.number("SELECT count(*) FROM sqlite_schema") == 0 && db.number("PRAGMA user_version") == 0)
    return FileKind::empty;
  if (id != application_id)
    throw Error(Exit::store, db.path() + " is a database, but not a collection of ebb; it was left as it is. "
                                         "Choose another file with --db");
  const std::int64_t version = db.number("PRAGMA user_version");
  if (version <= schema_version) return FileKind::ours;
  const bool readable = meta_number(db, "min_reader") <= this_writer;
  if (!readable || (for_writing && meta_number(db, "min_writer") > this_writer))
    throw Error(Exit::store, db.path() + " was made by a newer ebb (file version " + std::to_string(version) +
                                 ", this ebb knows " + std::to_string(schema_version) +
                                 "); it was left as it is. Install the newer ebb");
  return FileKind::newer_readable;
}

void create_schema(Database& db, Instant now) {
  Transaction transaction(db);
  // Another process may have made the tables while this one waited for the lock.
  if (recognise(db, true) == FileKind::empty) {
    db.run(schema_sql());
    std::uint8_t device[16];
    randombytes_buf(device, sizeof device);
    Statement(db, "INSERT INTO device(dev, id, born) VALUES(0, ?, ?)")
        .bind(1, std::span<const std::uint8_t>(device)).bind(2, now.time_since_epoch().count()).run();
    insert_meta(db, "me", 0);
    insert_meta(db, "min_reader", 1);
    insert_meta(db, "min_writer", this_writer);
    insert_meta(db, "hlc_seen", 0);
    Statement(db, "INSERT INTO meta(key, value) VALUES('fold', ?)").bind(1, std::string_view(fold_name)).run();
  }
  transaction.commit();
}

std::string migrate(Database& db, std::span<const Migration> steps, std::int64_t target, Instant now) {
  std::int64_t version = db.number("PRAGMA user_version");
  if (version >= target) return {};
  const auto folder = std::filesystem::path(db.path()).parent_path() / "backups";
  const std::string backup = copy_verified(db, folder.string(), backup_name(db.path(), "pre-v" + std::to_string(target)), now);
  Transaction transaction(db);
  version = db.number("PRAGMA user_version");  // another process may have done it while this one waited
  for (const Migration& step : steps) {
    if (step.from != version) continue;
    db.run(step.sql);  // the step sets user_version itself
    version = db.number("PRAGMA user_version");
  }
  if (version != target)
    throw Error(Exit::store, db.path() + ": there is no way from file version " + std::to_string(version) + " to " +
                                 std::to_string(target) + "; nothing was changed");
  Statement broken(db, "PRAGMA foreign_key_check");
  if (broken.step())
    throw Error(Exit::store, db.path() + ": the new version does not fit the data; nothing was changed");
  transaction.commit();
  return backup;
}

}  // namespace ebb
