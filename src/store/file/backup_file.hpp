// A verified copy of a database file.
#pragma once
#include <string>

#include "ebb/core/time.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {

// Copies the database to `folder/NAME-<time>.db`: under a temporary name, checked, fsynced, renamed. Returns the path.
// Throws DamagedDatabase if what it copied does not pass the check.
std::string copy_verified(Database& db, const std::string& folder, const std::string& name, Instant now);

// `folder/NAME-<time>.db`, with a number if that is taken.
std::string free_backup_path(const std::string& folder, const std::string& name, Instant now);

// `collection-before-import` of a collection's path and a reason.
std::string backup_name(const std::string& collection, std::string_view reason);

// Whether the file can be opened, is ours and passes SQLite's quick check.
bool is_whole_backup(const std::string& path);

}  // namespace ebb
