// ebb optimize: FSRS weights fitted to your own answers.
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/review/answer_file.hpp"
#include "cli/schedule/optimize_collection.hpp"
#include "cli/schedule/optimizing.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    deck_option,
    {"--evaluate", "", "also over five splits by time, and beside SM-2: how good it would have been"},
    {"--dry-run", "", "train and show, set nothing"},
    {"--reschedule", "", "then move due days to where the new weights put them; shows the plan and asks"},
    {"--due", "", "only say whether it is worth doing again; exit code 0 or 1"},
    {"--log", "FILE", "learn from a file instead: card_id,review_time,review_rating or card_id,order,delta_t,rating"},
};

int optimize_log(const World& world, const Arguments& arguments, const std::string& path) {
  if (!arguments.words.empty() || arguments.has("--deck") || arguments.has("--due") || arguments.has("--reschedule"))
    throw Error(Exit::usage, "--log is about a file: it goes with --evaluate and --json only.");
  const AnswerLog log = read_answer_file(path, world.calendar());
  const Optimized result = optimize(world, log, default_fsrs_weights(), 1, arguments.has("--evaluate"));
  if (world.globals.json)
    print_json(optimized_json(result));
  else
    std::cout << optimized_text(result);
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  if (const auto path = arguments.value("--log")) return optimize_log(world, arguments, *path);
  if (arguments.has("--due")) return optimize_due(world, arguments);
  return optimize_collection(world, arguments);
}

}  // namespace

const Command optimize_command{
    .name = "optimize",
    .aliases = "",
    .usage = "[FILTER…]",
    .summary = "fit the weights of FSRS to your own answers",
    .examples =
        "ebb optimize                          for all decks; kept only if they are better\n"
        "ebb optimize -d spanish --evaluate    for one deck, and how good they would have been\n"
        "ebb optimize --reschedule             then move due days, after showing how many\n"
        "ebb optimize --due                    is it worth doing again?\n"
        "ebb optimize --log revlog.csv --json  from a file, for a program\n",
    .options = options,
    .run = run,
};

}  // namespace ebb
