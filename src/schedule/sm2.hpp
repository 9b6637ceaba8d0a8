// SM-2, for the table of schedulers.
#pragma once
#include "ebb/core/scheduler.hpp"

namespace ebb {

const Scheduler& sm2();

}  // namespace ebb
