// Cards that came from Anki with a schedule, in decks that ebb schedules in another way than Anki did.
#pragma once
#include <string>
#include <vector>

#include "cli/decks/importing.hpp"

namespace ebb {

// What to say about it, a line a deck: nothing is set in silence. Empty when there is nothing to say.
std::vector<std::string> scheduler_hints(const World& world, Collection& collection, const ImportOutcome& outcome);

}  // namespace ebb
