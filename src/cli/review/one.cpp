// ebb one: a single card, for the start of a shell or a popup.
#include "cli/program/commands.hpp"
#include "cli/review/sitting_flags.hpp"
#include "cli/review/sittings.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {order_option, grades_option, protocol_option, preview_option, seed_option, deck_option};

int run(const World& world, const Arguments& arguments) {
  const Configuration config = world.config().with(arguments);
  StudyOptions study = study_asked(world, config, arguments);
  study.once = true;
  return hold_sitting(world, study, sitting_options(world, config, arguments));
}

}  // namespace

const Command one_command{"one",
                          "",
                          "[FILTER…]",
                          "review exactly one card",
                          "ebb one                    the first that is due, then back to the shell\n"
                          "ebb one tag:irregular      one of these",
                          options,
                          run};

}  // namespace ebb
