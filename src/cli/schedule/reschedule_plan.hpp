// Moving due days to where the scheduler of now would put them: the plan, the question, the deed.
#pragma once
#include <vector>

#include "cli/program/command.hpp"
#include "cli/program/json_out.hpp"
#include "ebb/store/schedule.hpp"

namespace ebb {

// What moving the matching cards comes to.
struct MovePlan {
  std::vector<Move> moves;
  int earlier = 0, later = 0;
  int due_before = 0, due_after = 0;  // due today, before and after
};
MovePlan move_plan(Collection& collection, const CardFilter& filter, const Today& today);
// `12 cards move: 3 earlier, 9 later. Due today: 40, then 31.`
std::string move_plan_text(const MovePlan& plan);
JsonObject move_plan_json(const MovePlan& plan, bool applied);
// Shows the plan on stdout, asks, and moves. Returns whether it moved them. Throws Error(Exit::no) when told no.
bool move_after_asking(const World& world, Collection& collection, const MovePlan& plan);

}  // namespace ebb
