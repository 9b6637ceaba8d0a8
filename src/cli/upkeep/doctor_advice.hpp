// What to do about a damaged collection: the caches made anew, or the way back to a backup.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/store/doctor.hpp"

namespace ebb {

// An error of the store as a finding, when it is one about the file itself; nothing when something else is in the way
// (another program, no space, no permission). `while_looking`: the file could be opened.
std::optional<Finding> as_damage(const std::string& error, bool while_looking);
// Whether everything that is damaged can be folded anew from the log.
bool can_be_rebuilt(const Diagnosis& diagnosis);
// The youngest file of the backups folder; empty if there is none.
std::string newest_backup(const World& world);
// Lines for stderr: how to save what is `readable`, and how to go back to that backup.
std::vector<std::string> rescue_lines(const World& world, bool readable);

}  // namespace ebb
