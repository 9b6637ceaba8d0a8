// A card's schedule in words: what `ebb why`, the key `w` and the protocol's `why` show.
#pragma once
#include <string>
#include <vector>

#include "ebb/schedule/explain.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

// The answers of a card, explained by the scheduler that set its due day.
std::vector<ExplainedStep> explained_life(Collection& collection, CardId card);
// `due 2026-03-24, in 9 days`, `new: not seen yet`, `to be drilled once more today`.
std::string due_text(const Memory& memory, Day day);
// The steps, the due day, and what each grade would do now; safe to print.
std::vector<std::string> why_lines(Collection& collection, CardId card, const Today& today);

}  // namespace ebb
