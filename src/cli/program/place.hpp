// Where collections are, and what this machine remembers of each, in the state folder.
#pragma once
#include <string>

namespace ebb {

// The path without links and `..`; the file itself need not exist.
std::string absolute_path(const std::string& path);
// `.ebb/collection.db` in a folder.
std::string local_collection(const std::string& folder);
// Where the backups of a collection are.
std::string backups_folder(const std::string& collection);
// Whether `ebb init --here` was run for this collection on this machine.
bool was_made_here(const std::string& path);
// Records that it was.
void record_made_here(const std::string& path);
// What was kept of a collection the last time (`Collection::memo()`); empty if nothing.
std::string remembered_memo(const std::string& path);
// Keeps it. Throws Error(Exit::store) when the state folder cannot be written.
void remember_memo(const std::string& path, const std::string& memo);
// The same for the files that were imported (imported_files.hpp).
std::string remembered_imports(const std::string& path);
void remember_imports(const std::string& path, const std::string& lines);

}  // namespace ebb
