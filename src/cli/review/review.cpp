// ebb review: the sitting of the day, in the face that fits where it runs.
#include "cli/program/commands.hpp"
#include "cli/review/sitting_flags.hpp"
#include "cli/review/sittings.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    limit_option,
    {"--new", "N", "today's limit of new cards becomes N"},
    {"--reviews", "N", "at most so many reviews today, those given already included"},
    {"--for", "TIME", "only the cards that fit into 10m, 1h30m: those that save the most"},
    {"--ahead", "DAYS", "also cards that fall due within 2d; they count, by the days that passed"},
    order_option,
    siblings_option,
    auto_option,
    type_option,
    grades_option,
    protocol_option,
    preview_option,
    seed_option,
    deck_option,
};

int run(const World& world, const Arguments& arguments) {
  const Configuration config = world.config().with(arguments);
  const StudyOptions study = study_asked(world, config, arguments);
  return hold_sitting(world, study, sitting_options(world, config, arguments));
}

}  // namespace

const Command review_command{"review",
                             "r drill study",
                             "[FILTER…]",
                             "review what is due today",
                             "ebb review                      everything that is due\n"
                             "ebb review deck:es::verbs       one deck and those under it\n"
                             "ebb review --for 10m            the cards that ten minutes save most of\n"
                             "ebb review -n 20 --new 5        at most 20 cards, 5 of them new\n"
                             "ebb review --plain              lines instead of a screen",
                             options,
                             run};

}  // namespace ebb
