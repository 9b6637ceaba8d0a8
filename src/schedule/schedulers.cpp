// The table: one row a scheduler, the default first.
#include "ebb/schedule/schedulers.hpp"

#include <array>

#include "schedule/anki.hpp"
#include "schedule/fsrs_scheduler.hpp"
#include "schedule/sm2.hpp"

namespace ebb {
namespace {

constexpr std::array<SchedulerKind, 3> table{{
    {"sm2", "SM-2 by its primary text (Wozniak 1990)", make_sm2},
    {"fsrs", "FSRS-6: fewer reviews for the same recall; learns from your log with ebb optimize", make_fsrs},
    {"anki", "Anki's variant of SM-2, for people who come from there", make_anki},
}};

}  // namespace

std::span<const SchedulerKind> schedulers() { return table; }

std::unique_ptr<const Scheduler> scheduler_from(std::span<const SchedulerKind> kinds, const Parameters& parameters) {
  for (const SchedulerKind& kind : kinds)
    if (kind.name == parameters.scheduler) return kind.make(parameters);
  return nullptr;
}

std::unique_ptr<const Scheduler> make_scheduler(const Parameters& parameters) {
  return scheduler_from(table, parameters);
}

}  // namespace ebb
