// FSRS-6, for the table of schedulers.
#pragma once
#include <memory>

#include "ebb/core/scheduler.hpp"

namespace ebb {

std::unique_ptr<const Scheduler> make_fsrs(const Parameters& parameters);

}  // namespace ebb
