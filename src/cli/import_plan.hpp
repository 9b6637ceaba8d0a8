// The plan of an import, as people read it and as JSON.
#pragma once
#include <string>
#include <vector>

#include "cli/importing.hpp"

namespace ebb {

// The plan as lines: counts, and the first changes under each; all of them when `all`.
std::string plan_text(const ImportOutcome& outcome, bool all);
// One object for all files of a command: counts, problems, and what each file was.
std::string plans_json(const std::vector<ImportOutcome>& outcomes, bool applied);

}  // namespace ebb
