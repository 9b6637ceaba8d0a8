// When the program makes backups by itself, and what it says about them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/store/backups.hpp"

namespace ebb {

// The backups of this collection, newest first.
std::vector<Backup> backups_here(const World& world);

// To be called before a command changes many cards at once; `what` is a word like `import`. Copies what is committed,
// also while this program is in a transaction. Returns the path; empty where there is nothing to copy, where the newest
// backup has it all already, or where the user does not want it (backup.auto). Throws Error(Exit::store) if it cannot:
// the command should not go on.
std::string backup_before(const World& world, std::string_view what);

// The copy of the day, after the first command that wrote on it. What goes wrong is told, and no more: the work is done.
void daily_backup(const World& world);

// Makes one now, and thins the others.
std::string backup_now(const World& world, std::string_view reason);

// A sentence about the age of the newest backup, when cards were answered on days after it that should have made one; else
// empty.
std::string backup_age_note(const World& world);

}  // namespace ebb
