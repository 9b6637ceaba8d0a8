// ebb cram: practice that never changes a due date.
#include "cli/program/commands.hpp"
#include "cli/review/sitting_flags.hpp"
#include "cli/review/sittings.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--failed", "DAYS", "only cards that were failed within 1d (today), 7d"},
    {"--hard", "", "only cards that were forgotten before, the most often first"},
    limit_option,
    order_option,
    type_option,
    grades_option,
    protocol_option,
    seed_option,
    deck_option,
};

int run(const World& world, const Arguments& arguments) {
  const Configuration config = world.config().with(arguments);
  StudyOptions study = study_asked(world, config, arguments);
  study.cram = CramChoice{};
  study.cram->hard = arguments.has("--hard");
  if (const auto days = arguments.value("--failed")) study.cram->failed_days = days_asked("--failed", *days);
  return hold_sitting(world, study, sitting_options(world, config, arguments));
}

}  // namespace

const Command cram_command{"cram",
                           "",
                           "[FILTER…]",
                           "practise without changing any due date",
                           "ebb cram deck:es::verbs     all its cards, the least remembered first\n"
                           "ebb cram --failed 1d        what was failed today\n"
                           "ebb cram --hard -n 20       the twenty most often forgotten",
                           options,
                           run};

}  // namespace ebb
