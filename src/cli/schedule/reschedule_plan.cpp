// Shared by `ebb reschedule` and `ebb optimize --reschedule`.
#include "cli/schedule/reschedule_plan.hpp"

#include <fmt/format.h>

#include <iostream>

#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"

namespace ebb {

MovePlan move_plan(Collection& collection, const CardFilter& filter, const Today& today) {
  MovePlan plan;
  plan.moves = plan_moves(collection, filter, today);
  plan.due_before = plan.due_after = counts(collection, {}, today).due;
  for (const Move& move : plan.moves) {
    ++(move.due < move.from ? plan.earlier : plan.later);
    plan.due_after += (move.due <= today.day) - (move.from <= today.day);
  }
  return plan;
}

std::string move_plan_text(const MovePlan& plan) {
  if (plan.moves.empty()) return "No card would move.";
  const auto moving = static_cast<std::int64_t>(plan.moves.size());
  return fmt::format("{} {} to another day: {} earlier, {} later. Due today: {}, then {}.", counted(moving, "card"),
                     moving == 1 ? "moves" : "move", with_commas(plan.earlier), with_commas(plan.later),
                     with_commas(plan.due_before), with_commas(plan.due_after));
}

JsonObject move_plan_json(const MovePlan& plan, bool applied) {
  return json_result()
      .number("moved", static_cast<std::int64_t>(plan.moves.size()))
      .number("earlier", plan.earlier)
      .number("later", plan.later)
      .number("due_before", plan.due_before)
      .number("due_after", plan.due_after)
      .flag("applied", applied);
}

bool move_after_asking(const World& world, Collection& collection, const MovePlan& plan) {
  if (!world.globals.json) std::cout << move_plan_text(plan) << '\n' << std::flush;
  if (plan.moves.empty()) return false;
  if (!world.ask("Move them?")) throw Error(Exit::no, "No card was moved. Say yes with --yes.");
  reschedule(collection, world.today(), plan.moves);
  world.remember(collection);
  world.say(fmt::format("Moved. {} undo takes it back.", world.ebb()));
  return true;
}

}  // namespace ebb
