// ebb reschedule: due days moved to where the settings of now would have put them.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/schedule/reschedule_plan.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    deck_option,
    {"--dry-run", "", "only say what would move"},
};

int run(const World& world, const Arguments& arguments) {
  const bool dry = arguments.has("--dry-run");
  Collection collection = world.open(dry ? Purpose::read : Purpose::write);
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  const MovePlan plan = move_plan(collection, filter, world.today());
  if (dry && !world.globals.json) std::cout << move_plan_text(plan) << '\n';
  const bool moved = !dry && move_after_asking(world, collection, plan);
  if (world.globals.json) print_json(move_plan_json(plan, moved));
  return 0;
}

}  // namespace

const Command reschedule_command{
    .name = "reschedule",
    .aliases = "",
    .usage = "[FILTER…]",
    .summary = "move due days to where the settings of now would put them",
    .examples =
        "ebb reschedule -d spanish --dry-run    what would move\n"
        "ebb reschedule -d spanish              the same, then asks, then moves; ebb undo takes it back\n",
    .options = options,
    .run = run,
};

}  // namespace ebb
