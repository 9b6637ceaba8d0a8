// What `ebb trace` and `ebb sim` are asked to schedule by.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/core/scheduler.hpp"

namespace ebb {

// The numbers of a JSON array in a file (`-` is standard input): 17, 19 or 21 weights. Throws Error(Exit::input).
std::vector<double> weights_in_file(const std::string& path);
// The scheduler called so; throws Error(Exit::usage) with the nearest.
std::unique_ptr<const Scheduler> scheduler_called(const Parameters& parameters);
// Of --scheduler, --params, --retention, --steps, --relearning, --ordered, on top of `base`.
Parameters parameters_asked(const Arguments& arguments, Parameters base);

}  // namespace ebb
