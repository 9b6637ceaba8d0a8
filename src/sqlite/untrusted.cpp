// Reading a database that somebody else made: https://www.sqlite.org/security.html, and limits on work and memory.
#include <sqlite3.h>

#include <array>
#include <cstring>

#include "ebb/core/error.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {
namespace {

constexpr int steps_between_calls = 10000;

int count_down(void* steps_left) {
  return --*static_cast<std::int64_t*>(steps_left) < 0 ? 1 : 0;
}

// Only reading: no attaching, no pragmas, no functions but those that our own queries use.
int allow(void*, int action, const char*, const char* function, const char*, const char*) {
  if (action == SQLITE_SELECT || action == SQLITE_READ) return SQLITE_OK;
  if (action != SQLITE_FUNCTION || function == nullptr) return SQLITE_DENY;
  static constexpr std::array<const char*, 4> harmless{"count", "typeof", "length", "max"};
  for (const char* name : harmless)
    if (std::strcmp(name, function) == 0) return SQLITE_OK;
  return SQLITE_DENY;
}

// Anki's names are compared by a collation of its own. We never rely on the order it gives.
int compare_bytes(void*, int a_size, const void* a, int b_size, const void* b) {
  const int order = std::memcmp(a, b, static_cast<std::size_t>(a_size < b_size ? a_size : b_size));
  return order != 0 ? order : a_size - b_size;
}

void set_limits(sqlite3* connection) {
  struct Limit {
    int id, most;
  };
  static constexpr Limit limits[] = {
      {SQLITE_LIMIT_LENGTH, 128 << 20},   {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
      {SQLITE_LIMIT_EXPR_DEPTH, 20},      {SQLITE_LIMIT_COMPOUND_SELECT, 3}, {SQLITE_LIMIT_VDBE_OP, 25000},
      {SQLITE_LIMIT_FUNCTION_ARG, 8},     {SQLITE_LIMIT_ATTACHED, 0},        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 10}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},   {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (const Limit& limit : limits) sqlite3_limit(connection, limit.id, limit.most);
}

}  // namespace

UntrustedDatabase::UntrustedDatabase(const std::string& path) : Database(path, Access::immutable) {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  set_limits(handle());
  sqlite3_create_collation_v2(handle(), "unicase", SQLITE_UTF8, nullptr, compare_bytes, nullptr);
  run("PRAGMA cell_size_check = ON");
  run("PRAGMA mmap_size = 0");
  // A few thousand operations for each kilobyte is far more than reading it from end to end takes.
  const std::int64_t pages = number("PRAGMA page_count"), page_size = number("PRAGMA page_size");
  steps_left_ = 20000 + pages * page_size / 256;
  sqlite3_progress_handler(handle(), steps_between_calls, count_down, &steps_left_);
  if (text("PRAGMA quick_check(1)") != "ok") throw Error(Exit::store, path + ": the database is damaged");
  sqlite3_set_authorizer(handle(), allow, nullptr);
}

bool UntrustedDatabase::has_table(std::string_view name) {
  Statement find(*this, "SELECT type, sql FROM sqlite_schema WHERE name = ?1");
  if (!find.bind(1, name).step()) return false;
  const std::string type(find.text(0)), sql(find.text(1));
  return type == "table" && sqlite3_strglob("CREATE TABLE*", sql.c_str()) == 0 &&
         sqlite3_strlike("%generated always%", sql.c_str(), 0) != 0;
}

}  // namespace ebb
