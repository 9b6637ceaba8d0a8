// The table of schedulers. To add one: one source file and one row in schedulers.cpp.
#pragma once
#include <memory>
#include <span>
#include <string_view>

#include "ebb/core/scheduler.hpp"

namespace ebb {

/// A row of the table.
struct SchedulerKind {
  std::string_view name;     ///< as decks and commands spell it
  std::string_view summary;  ///< one line for help
  std::unique_ptr<const Scheduler> (*make)(const Parameters& parameters);
};

/// All of them, the default (`sm2`) first.
std::span<const SchedulerKind> schedulers();
/// The scheduler that `parameters.scheduler` names in a table; null if there is none.
std::unique_ptr<const Scheduler> scheduler_from(std::span<const SchedulerKind> table, const Parameters& parameters);
/// The same from the table of all: this is the `SchedulerTable` of the program.
std::unique_ptr<const Scheduler> make_scheduler(const Parameters& parameters);

}  // namespace ebb
