// ebb catchup: a backlog over the days to come.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/review/sittings.hpp"
#include "cli/review/spread_words.hpp"
#include "ebb/core/words.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--over", "DAYS", "how many days, like 14d or 2w; without it so many that about 25 cards come a day"},
    {"--dry-run", "", "show the plan and change nothing"},
};
constexpr const char* nothing_overdue = "Nothing is overdue: there is nothing to catch up with.";

void print_plan(const World& world, const SpreadPlan& plan, bool applied) {
  const Looks looks = looks_of(world);
  std::cout << fmt::format("{} overdue, {}:\n", with_commas(plan.cards), a_day_text(plan.cards, static_cast<int>(plan.days.size())));
  for (const std::string& line : day_lines(plan, looks)) std::cout << line << '\n';
  std::cout << fmt::format("What would be forgotten fastest comes first: about {:.0f} of them will be forgotten, {:.0f} in the order of "
                           "their days.\nNew cards wait until {}; {} review --new N brings some in spite of it.\n",
                           plan.forgotten, plan.forgotten_in_order, iso_date(plan.days.back().day + std::chrono::days{1}), world.ebb());
  if (applied)
    std::cout << fmt::format("{} moved. {} undo takes it back.\n", counted(static_cast<std::int64_t>(plan.moves.size()), "card"), world.ebb());
  else
    std::cout << fmt::format("Nothing was changed. Apply it with: {} catchup --over {}d\n", world.ebb(), plan.days.size());
}

int run(const World& world, const Arguments& arguments) {
  const auto over = arguments.value("--over");
  const bool dry = arguments.has("--dry-run");
  const auto asked = over ? std::optional<int>{days_asked("--over", *over)} : std::nullopt;
  Collection collection = world.open(dry ? Purpose::read : Purpose::write);
  const Today today = world.today();
  SpreadPlan plan = plan_catchup(collection, today, asked.value_or(1));
  if (!asked) plan = plan_catchup(collection, today, catchup_days(plan.cards));
  if (!dry) {
    catch_up(collection, today, plan);
    world.remember(collection);
  }
  const bool applied = !dry && plan.cards > 0;
  if (world.globals.json) {
    JsonObject object = json_result();
    add_plan(object, plan, applied);
    print_json(object);
  } else if (plan.cards == 0) {
    std::cout << nothing_overdue << '\n';
  } else {
    print_plan(world, plan, applied);
  }
  return 0;
}

}  // namespace

const Command catchup_command{"catchup",
                              "",
                              "",
                              "spread a backlog over the days to come",
                              "ebb catchup --dry-run      the plan: how many cards on which day\n"
                              "ebb catchup --over 14d     over two weeks; ebb undo takes it back",
                              options,
                              run};

}  // namespace ebb
