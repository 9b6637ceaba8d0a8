// The table of schedulers. To add one: one source file and one row in schedulers.cpp.
#pragma once
#include <span>
#include <string_view>

#include "ebb/core/scheduler.hpp"

namespace ebb {

/// The scheduler of that name; null if there is none. `sm2` is the default.
const Scheduler* find_scheduler(std::string_view name);
/// All of them, the default first.
std::span<const Scheduler* const> schedulers();

}  // namespace ebb
