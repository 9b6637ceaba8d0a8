// The plan of an import, as people read it and as JSON.
#pragma once
#include <string>
#include <vector>

#include "cli/decks/importing.hpp"

namespace ebb {

// How much of a plan is shown.
struct PlanShown {
  bool all = false;        // every change, not the first few
  bool new_cards = false;  // the first new ones too: nothing was done yet, and a wrong column is seen there
};
// The plan as lines: counts, and the first changes under each.
std::string plan_text(const ImportOutcome& outcome, const PlanShown& shown);
// One object for all files of a command: counts, problems, and what each file was. `unread`: the files that could not
// be read.
std::string plans_json(const std::vector<ImportOutcome>& outcomes, const std::vector<Problem>& unread, bool applied);

}  // namespace ebb
