// From options to parameters, and the weights of a file.
#include "cli/schedule/trace_parameters.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/schedule/fsrs.hpp"
#include "ebb/schedule/schedulers.hpp"
#include "ebb/system/files.hpp"

namespace ebb {
namespace {

constexpr std::size_t largest_file = 65536;

std::string name_of_file(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

std::vector<double> weights_in_file(const std::string& path) {
  const nlohmann::json array = nlohmann::json::parse(read_file(path, largest_file), nullptr, false);
  std::vector<double> weights;
  bool numbers = array.is_array();
  if (numbers)
    for (const auto& value : array) {
      numbers = numbers && value.is_number();
      if (value.is_number()) weights.push_back(value.get<double>());
    }
  if (!numbers) throw Error(Exit::input, name_of_file(path) + " is not a JSON array of numbers, as in [0.212, 1.2931, …]");
  const auto known = fsrs_weights_from(weights);
  if (!known)
    throw Error(Exit::input, fmt::format("{} has {} weights. FSRS has 21, FSRS-5 had 19, FSRS-4.5 had 17",
                                         name_of_file(path), weights.size()));
  return {known->begin(), known->end()};
}

std::unique_ptr<const Scheduler> scheduler_called(const Parameters& parameters) {
  if (auto scheduler = make_scheduler(parameters)) return scheduler;
  std::vector<std::string_view> names;
  for (const SchedulerKind& kind : schedulers()) names.push_back(kind.name);
  throw Error(Exit::usage, fmt::format("There is no scheduler `{}`.{} There is: {}", parameters.scheduler,
                                       did_you_mean(parameters.scheduler, names), fmt::join(names, ", ")));
}

Parameters parameters_asked(const Arguments& arguments, Parameters base) {
  if (const auto name = arguments.value("--scheduler")) base.scheduler = *name;
  for (const std::string_view key : {"retention", "steps", "relearning", "longest"})
    if (const auto value = arguments.value(fmt::format("--{}", key))) set_parameter(base, key, *value);
  if (arguments.has("--ordered")) base.ordered = true;
  if (const auto file = arguments.value("--params")) base.weights = weights_in_file(*file);
  return base;
}

}  // namespace ebb
