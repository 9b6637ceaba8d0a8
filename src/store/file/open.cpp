// Opening a collection: is it ours, may it be written, who writes. Nothing is scanned, so a million cards open like ten.
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "ebb/core/error.hpp"
#include "ebb/store/doctor.hpp"
#include "store/file/schema.hpp"
#include "store/file/store.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

// The settings of one connection: they are not stored in the file.
void configure(Database& db) {
  db.run("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
         "PRAGMA synchronous = FULL");
}

void choose_journal(Database& db, bool network, std::vector<std::string>& notices) {
  const std::string mode = db.text("PRAGMA journal_mode");
  if (!network) {
    if (mode == "wal" || db.text("PRAGMA journal_mode = WAL") == "wal") return;
  } else if (mode == "wal") {
    throw Error(Exit::store, db.path() + " is on a network file system and was last used on a local disk: writing there "
                                         "could damage it. Move it with: ebb export --full, then ebb import on this disk");
  }
  db.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
  notices.push_back(db.path() + " is on a file system without shared memory; answers are still saved safely, only slower");
}

// Read-only media have no room for the files that WAL needs: the file itself is then all there is.
std::unique_ptr<Database> open_for_reading(const std::string& path) {
  auto db = std::make_unique<Database>(path, Access::read);
  try {
    db->number("SELECT count(*) FROM sqlite_schema");
  } catch (const Error&) {
    if (!db->cannot_write_beside() || std::filesystem::exists(path + "-wal")) throw;
    db = std::make_unique<Database>(path, Access::immutable);
  }
  return db;
}

std::unique_ptr<Database> open_database(const Location& location, Purpose purpose, Instant now,
                                        std::vector<std::string>& notices) {
  if (location.path != ":memory:" && purpose != Purpose::create && !std::filesystem::exists(location.path))
    throw Error(Exit::store, "there is no collection at " + location.path + "; make one with: ebb init --demo");
  if (purpose == Purpose::read) {
    auto db = open_for_reading(location.path);
    if (recognise(*db, false) == FileKind::empty)
      throw Error(Exit::store, location.path + " is empty; fill it with: ebb import FILE");
    if (db->number("PRAGMA user_version") < schema_version)
      throw OlderCollection(Exit::store, location.path + " was made by an older ebb and cannot be read before it is brought "
                                                         "up to date, which needs a place that can be written");
    return db;
  }
  ::umask(077);
  auto db = std::make_unique<Database>(location.path, purpose == Purpose::create ? Access::create : Access::write);
  const FileKind kind = recognise(*db, true);  // before anything is changed
  configure(*db);
  choose_journal(*db, location.network, notices);
  if (kind == FileKind::empty) create_schema(*db, now);
  const std::string backup = migrate(*db, migrations(), schema_version, now);
  if (!backup.empty()) notices.push_back("the collection was brought up to date; the old one is kept at " + backup);
  return db;
}

std::string meta_text(Database& db, std::string_view key) {
  Statement find(db, "SELECT value FROM meta WHERE key = ?");
  return find.bind(1, key).step() ? std::string(find.text(0)) : std::string();
}

// The highest sequence number that this file holds of its own device.
std::int64_t high_water(Store& store) {
  Statement& find = store.sql(
      "SELECT max(ifnull((SELECT max(id) FROM review WHERE id > ?1 AND id < ?2), 0),"
      "           ifnull((SELECT max(id) FROM change WHERE id > ?1 AND id < ?2), 0))");
  find.bind(1, device_base(store.me)).bind(2, device_base(store.me + 1)).step();
  const std::int64_t id = find.number(0);
  find.reset();
  return EntryId{id}.sequence();
}

// `owner sequence`: what this machine remembers of the file.
bool is_second_writer(Store& store, const Location& location) {
  const std::string stored = meta_text(store.db(), "owner");
  if (stored.empty() || location.owner.empty()) return false;  // new, or it cannot be told
  if (stored != location.owner) return true;
  const std::size_t space = location.remembered.rfind(' ');
  if (space == std::string::npos) return false;
  // The same place with an older log: a backup was copied over it.
  std::int64_t seen = 0;  // a garbled note remembers nothing
  std::from_chars(location.remembered.data() + space + 1, location.remembered.data() + location.remembered.size(), seen);
  return location.remembered.compare(0, space, location.owner) == 0 && seen > high_water(store);
}

void learn_who_writes(Store& store, const Location& location, Purpose purpose) {
  const Reading reading(store.db());
  store.me = store.db().number("SELECT value FROM meta WHERE key = 'me'");
  if (purpose == Purpose::read) return;
  store.may_write = true;
  store.owner = location.owner;
  store.second_writer = is_second_writer(store, location);
  store.owner_unsaved = !location.owner.empty() && meta_text(store.db(), "owner").empty();
  if (store.second_writer)
    store.notices.push_back("this collection was copied or restored: from now on it writes under a name of its own");
}

}  // namespace

Collection::Collection(const Location& location, Purpose purpose, SchedulerTable schedulers, Instant now) {
  if (sodium_init() < 0) throw Error(Exit::store, "the system gives no random numbers");
  std::vector<std::string> notices;
  auto database = open_database(location, purpose, now, notices);
  store_ = std::make_unique<Store>(std::move(database), schedulers);
  store_->notices = std::move(notices);
  learn_who_writes(*store_, location, purpose);
  if (store_->may_write && meta_text(store_->db(), "fold") != fold_name) {
    store_->notices.push_back("a newer way to compute schedules: they were computed anew from the log");
    rebuild_caches(*store_);
  }
}

Collection::~Collection() = default;
Collection::Collection(Collection&&) noexcept = default;

std::string Collection::memo() const {
  if (!store_->may_write || store_->owner.empty()) return {};
  return store_->owner + " " + std::to_string(high_water(*store_));
}

bool Collection::reads_beside_writes() const { return store_->db().text("PRAGMA journal_mode") == "wal"; }

const std::vector<std::string>& Collection::notices() const { return store_->notices; }

}  // namespace ebb
