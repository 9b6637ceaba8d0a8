// A plan that spreads cards over days, in words and as JSON.
#pragma once
#include <string>
#include <vector>

#include "cli/program/json_out.hpp"
#include "cli/program/looks.hpp"
#include "ebb/store/catchup.hpp"

namespace ebb {

// A line a day: the day, its cards, a bar, the time.
std::vector<std::string> day_lines(const SpreadPlan& plan, const Looks& looks);
// `about 22 a day for 6 days`.
std::string a_day_text(int cards, int days);
// The members that catchup and away have in common.
void add_plan(JsonObject& object, const SpreadPlan& plan, bool applied);

}  // namespace ebb
