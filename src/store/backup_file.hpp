// A verified copy of a database file.
#pragma once
#include <string>

#include "ebb/core/time.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {

// Copies the database to `folder/NAME-<time>.db`: under a temporary name, checked, fsynced, renamed. Returns the path.
std::string copy_verified(Database& db, const std::string& folder, const std::string& name, Instant now);

}  // namespace ebb
