// ebb deck rename, move and rm.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/program/command.hpp"

namespace ebb {

// Runs the verb that the words begin with; nothing if it is none of these, or has too few words.
std::optional<int> run_deck_verb(const World& world, const std::vector<std::string>& words, bool dry_run);
// The name in normal form. Throws Error(Exit::usage) if it is none.
std::string checked_deck_name(const std::string& name);

}  // namespace ebb
