// ebb trace: the scheduler, step by step, on reviews that never happened. Needs no collection.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/json_out.hpp"
#include "cli/suggest.hpp"
#include "cli/trace_reviews.hpp"
#include "ebb/core/error.hpp"
#include "ebb/schedule/schedulers.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--reviews", "DAY:GRADE,…", "the reviews: days from 0 up, and grades in the numbers of --scale"},
    {"--scheduler", "NAME", "sm2 (the default)"},
    {"--scale", "NAME", "sm2: grades 0-5 (the default of sm2); four: Again, Hard, Good, Easy = 1-4"},
};

const Scheduler& scheduler_asked(const Arguments& arguments) {
  const std::string name = arguments.value("--scheduler").value_or("sm2");
  if (const Scheduler* scheduler = find_scheduler(name)) return *scheduler;
  std::vector<std::string_view> names;
  for (const Scheduler* scheduler : schedulers()) names.push_back(scheduler->name());
  throw Error(Exit::usage, fmt::format("There is no scheduler `{}`.{} There is: {}", name, did_you_mean(name, names),
                                       fmt::join(names, ", ")));
}

Scale scale_asked(const Arguments& arguments, const Scheduler& scheduler) {
  const std::string name = arguments.value("--scale").value_or(scheduler.name() == "sm2" ? "sm2" : "four");
  if (name == "sm2") return Scale::sm2;
  if (name == "four") return Scale::four;
  throw Error(Exit::usage, fmt::format("--scale is `{}`. It is sm2 (grades 0-5) or four (1-4).", name));
}

struct TraceStep {
  TracedReview review;
  Memory after;
  int due_day = 0;
};

std::vector<TraceStep> trace(const Scheduler& scheduler, const std::vector<TracedReview>& reviews) {
  std::vector<TraceStep> steps;
  Memory memory;
  for (const TracedReview& review : reviews) {
    memory = scheduler.answer(memory, review.quality, day_from_number(review.day));
    steps.push_back({review, memory, day_number(memory.due.value())});
  }
  return steps;
}

std::string step_json(const TraceStep& step) {
  JsonObject object;
  object.number("day", step.review.day)
      .number("grade", step.review.grade)
      .number("repetitions", step.after.repetitions)
      .number("interval", step.after.interval)
      .number("ease", step.after.ease / 100.0)
      .number("due_day", step.due_day);
  return object.str();
}

void print_table(const std::vector<TraceStep>& steps) {
  fmt::print("    day  grade       repetitions  interval  ease  due day\n");
  for (const TraceStep& step : steps) {
    const Memory& after = step.after;
    fmt::print("{:7}  {} {:<10}{:11}  {:8}  {}.{:02}  {:7}{}\n", step.review.day, step.review.grade,
               name_of(grade_of(step.review.quality)), after.repetitions, after.interval, after.ease / 100,
               after.ease % 100, step.due_day, after.drill ? "  again the same day" : "");
  }
}

int run_trace(const World& world, const Arguments& arguments) {
  const auto text = arguments.value("--reviews");
  if (!text) throw Error(Exit::usage, "Say which reviews: ebb trace --reviews 0:4,1:4,7:3");
  const Scheduler& scheduler = scheduler_asked(arguments);
  const auto steps = trace(scheduler, parse_reviews(*text, scale_asked(arguments, scheduler)));
  if (!world.globals.json) {
    print_table(steps);
    return 0;
  }
  std::vector<std::string> values;
  for (const TraceStep& step : steps) values.push_back(step_json(step));
  print_json(json_result().raw("steps", json_array(values)));
  return 0;
}

}  // namespace

const Command trace_command{
    .name = "trace",
    .aliases = "",
    .usage = "",
    .summary = "follow the scheduler step by step, on reviews you make up",
    .examples =
        "ebb trace --reviews 0:4,1:4,7:3  Good, Good, then Hard, on days 0, 1 and 7\n"
        "ebb trace --scale four --reviews 0:3,1:1  Good, then Again, by their keys\n",
    .options = options,
    .run = run_trace,
};

}  // namespace ebb
