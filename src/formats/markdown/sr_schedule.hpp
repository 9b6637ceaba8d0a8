// The comment in which Obsidian's spaced repetition keeps the schedules of a card's sides:
// <!--SR:!due,interval,ease-->.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/memory.hpp"

namespace ebb {

// Takes the first such comment out of a text. One element a card, in order; nothing for one that is new. Of an entry
// that cannot be read too; `bad` counts those.
std::vector<std::optional<Memory>> take_schedules(std::string& text, int& bad);

}  // namespace ebb
