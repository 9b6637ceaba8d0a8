// The schema of the file: making it, recognising it, and bringing an old one up to date.
#pragma once
#include <span>
#include <string>

#include "ebb/core/time.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {

inline constexpr std::int64_t application_id = 0x65626231;  // "ebb1"
inline constexpr std::int64_t schema_version = 3;
// The version of the code that makes the caches; a file made with another is folded anew.
inline constexpr const char* fold_name = "2";

// One step from a version to the next.
struct Migration {
  std::int64_t from;
  const char* sql;
};

const char* schema_sql();
// The migrations that this program knows, oldest first.
std::span<const Migration> migrations();

// What kind of file this is.
enum class FileKind { empty, ours, newer_readable };
// Throws Error(Exit::store) if the file is not a collection, or is too new to be read; changes nothing.
FileKind recognise(Database& db, bool for_writing);

// Makes the tables in an empty file, with one device.
void create_schema(Database& db, Instant now);
// Brings an old file up to `target`: a verified backup beside it first, then one transaction. Returns the backup's path,
// empty if nothing was to be done.
std::string migrate(Database& db, std::span<const Migration> steps, std::int64_t target, Instant now);

}  // namespace ebb
