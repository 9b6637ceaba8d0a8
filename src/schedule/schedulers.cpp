// The table: one row a scheduler, the default first.
#include "ebb/schedule/schedulers.hpp"

#include <array>

#include "schedule/sm2.hpp"

namespace ebb {

std::span<const Scheduler* const> schedulers() {
  static const std::array<const Scheduler*, 1> table{&sm2()};
  return table;
}

const Scheduler* find_scheduler(std::string_view name) {
  for (const Scheduler* scheduler : schedulers())
    if (scheduler->name() == name) return scheduler;
  return nullptr;
}

}  // namespace ebb
