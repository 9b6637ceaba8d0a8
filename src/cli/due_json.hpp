// The counts of the day as JSON: `ebb due --json` and `ebb --json`.
#pragma once
#include "cli/command.hpp"
#include "cli/json_out.hpp"

namespace ebb {

JsonObject due_json(const World& world, const Counts& counts);
// `[{"day":…,"cards":…}]`, the first of them `today`.
std::string forecast_json(Day today, const std::vector<int>& cards);

}  // namespace ebb
