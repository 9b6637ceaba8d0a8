// Opening a connection with every safety switch on, and errors in the user's words.
// The switches are those of docs/database.md; they belong to the connection, so each one sets them again.
#include "ebb/sqlite/database.hpp"

#include <sqlite3.h>

#include <fmt/format.h>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

int open_flags(Access access) {
  switch (access) {
    // Read and write, with query_only below: a read-only connection would leave the files of the WAL behind.
    case Access::read:
    case Access::write: return SQLITE_OPEN_READWRITE;
    case Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::immutable: return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return 0;
}

// `file:` with the characters that mean something in a URI escaped.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else uri += c;
  }
  return uri + "?immutable=1";
}

// What a person can do about an SQLite error.
std::string advice(int code, int extended) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is writing to it; try again when that is done";
    case SQLITE_FULL: return "the disk is full; make room and try again, nothing was changed";
    case SQLITE_READONLY: return "it or its folder cannot be written to; check the permissions";
    case SQLITE_CANTOPEN: return "it cannot be opened; check that the folder is there and the permissions";
    case SQLITE_NOTADB: return "it is not a database";
    case SQLITE_CORRUPT: return "it is damaged; ebb doctor says how far";
    case SQLITE_IOERR:
      return extended == SQLITE_IOERR_FSYNC ? "the disk did not confirm the write; check the disk"
                                            : "the disk failed; check the disk and the space on it";
    default: return {};
  }
}

}  // namespace

Database::Database(const std::string& path, Access access) : path_(path) {
  const int flags = open_flags(access) | SQLITE_OPEN_NOMUTEX;
  const std::string name = access == Access::immutable ? immutable_uri(path) : path;
  if (sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const std::string why = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
    sqlite3_close(handle_);
    throw Error(Exit::store, fmt::format("cannot open {}: {}", path, why));
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 5000);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (access == Access::read) sqlite3_exec(handle_, "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::run(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail("using");
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

std::string Database::text(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

bool Database::cannot_write_beside() const {
  const int code = sqlite3_errcode(handle_) & 0xff;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

void Database::copy_to(const std::string& path) {
  Database copy(path, Access::create);
  copy_into(copy);
}

void Database::copy_into(Database& copy) {
  sqlite3_backup* backup = sqlite3_backup_init(copy.handle_, "main", handle_, "main");
  if (backup == nullptr) copy.fail("copying to");
  // -1: all pages in one step, so that another writer cannot make it start over for ever.
  const int result = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (result != SQLITE_DONE) copy.fail("copying to");
}

void Database::fail(std::string_view doing) const {
  const int extended = sqlite3_extended_errcode(handle_);
  const std::string hint = advice(extended & 0xff, extended);
  const std::string why = sqlite3_errmsg(handle_);
  const std::string text = hint.empty() ? fmt::format("{} {}: {}", doing, path_, why)
                                        : fmt::format("{} {}: {} ({})", doing, path_, hint, why);
  const int code = extended & 0xff;
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) throw DamagedDatabase(Exit::store, text);
  throw Error(Exit::store, text);
}

}  // namespace ebb
