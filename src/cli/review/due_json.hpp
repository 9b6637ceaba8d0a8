// The counts of the day as JSON: `ebb due --json` and `ebb --json`.
#pragma once
#include "cli/program/command.hpp"
#include "cli/program/json_out.hpp"

namespace ebb {

JsonObject due_json(const World& world, const Counts& counts);
// `[{"tag":…,"due":…}]`.
std::string tags_json(const std::vector<DeckCounts>& tags);
// `[{"day":…,"cards":…}]`, the first of them `today`.
std::string forecast_json(Day today, const std::vector<int>& cards);

}  // namespace ebb
