// ebb trace: a scheduler, step by step, on reviews that never happened. Needs no collection.
#include <fmt/format.h>

#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/schedule/trace_parameters.hpp"
#include "cli/schedule/trace_reviews.hpp"
#include "ebb/core/due_day.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/words.hpp"
#include "ebb/schedule/fsrs.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--reviews", "DAY:GRADE,…", "the reviews: days from 0 up, and grades in the numbers of --scale"},
    {"--scheduler", "NAME", "sm2 (the default), fsrs or anki"},
    {"--scale", "NAME", "sm2: grades 0-5 (the default of sm2); four: Again, Hard, Good, Easy = 1-4"},
    {"--params", "FILE", "fsrs: weights, as a JSON array of 21, 19 or 17 numbers"},
    {"--retention", "R", "fsrs: the chance to remember at which a card comes back (0.9)"},
    {"--longest", "DAYS", "no interval is longer"},
    {"--steps", "\"1m 10m\"", "learning steps; none unless given"},
    {"--relearning", "\"10m\"", "relearning steps; none unless given"},
    {"--ordered", "", "fsrs: Hard before Good before Easy"},
    {"--fuzz", "SEED", "spread the due days, as for a card with this seed"},
};

Scale scale_asked(const Arguments& arguments, const Scheduler& scheduler) {
  const std::string name = arguments.value("--scale").value_or(scheduler.name() == "sm2" ? "sm2" : "four");
  if (name == "sm2") return Scale::sm2;
  if (name == "four") return Scale::four;
  throw Error(Exit::usage, fmt::format("--scale is `{}`. It is sm2 (grades 0-5) or four (1-4).", name));
}

// The scheduler alone: what spreads, orders and delays is off unless asked for.
Parameters bare_parameters(const Arguments& arguments) {
  Parameters bare;
  bare.steps.clear();
  bare.relearning.clear();
  bare.ordered = false;
  bare.fuzz = arguments.has("--fuzz");
  return parameters_asked(arguments, bare);
}

struct TraceStep {
  TracedReview review;
  Memory before, after;
};

std::vector<TraceStep> trace(const Scheduler& scheduler, const std::vector<TracedReview>& reviews, int seed) {
  std::vector<TraceStep> steps;
  Memory memory;
  for (const TracedReview& review : reviews) {
    const Outlook futures =
        chosen_outlook(scheduler, memory, day_from_number(review.day), {static_cast<std::uint64_t>(seed), {}});
    const Memory after = futures[static_cast<std::size_t>(review.quality)];
    steps.push_back({review, memory, after});
    memory = after;
  }
  return steps;
}

// The chance to remember just before the answer; nothing for the first.
std::optional<double> recall_before(const TraceStep& step, const Parameters& parameters) {
  if (step.before.stability <= 0) return {};
  const FsrsWeights weights = fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights());
  return retrievability(weights, step.review.day - day_number(step.before.last.value()), step.before.stability);
}

void add_wait(JsonObject& object, const Memory& after) {
  if (after.step > 0) object.number("step", after.step).number("wait_ms", std::chrono::milliseconds{after.wait}.count());
}

std::string step_json(const TraceStep& step, const Scheduler& scheduler) {
  const Memory& after = step.after;
  JsonObject object;
  object.number("day", step.review.day).number("grade", step.review.grade);
  if (after.stability > 0) {
    object.number("stability", after.stability).number("difficulty", after.difficulty);
    const auto recall = recall_before(step, scheduler.parameters());
    recall ? object.number("retrievability", *recall) : object.null("retrievability");
  } else {
    object.number("repetitions", after.repetitions);
  }
  object.number("interval", after.interval);
  if (after.stability <= 0) object.number("ease", after.ease / 100.0);
  add_wait(object, after);
  return object.number("due_day", day_number(after.due.value())).str();
}

void print_table(const std::vector<TraceStep>& steps, const Scheduler& scheduler) {
  const bool fsrs = scheduler.name() == "fsrs";
  fmt::print("    day  grade       {}  interval  {}  due day\n", fsrs ? "stability  difficulty" : "repetitions",
             fsrs ? "recall" : "ease");
  for (const TraceStep& step : steps) {
    const Memory& after = step.after;
    fmt::print("{:7}  {} {:<10}", step.review.day, step.review.grade, name_of(grade_of(step.review.quality)));
    const auto recall = recall_before(step, scheduler.parameters());
    if (fsrs)
      fmt::print("{:9.2f}  {:10.2f}  {:8}  {:>6}", after.stability, after.difficulty, after.interval,
                 recall ? fmt::format("{:.1f} %", 100 * *recall) : "");
    else
      fmt::print("{:11}  {:8}  {}.{:02}", after.repetitions, after.interval, after.ease / 100, after.ease % 100);
    const int day = step.review.day;
    const std::string again = once_more(after, day_from_number(day)) ? "  again the same day"
                              : after.wait.count() > 0 ? "  again in " + duration_text(after.wait) : "";
    fmt::print("  {:7}{}\n", day_number(after.due.value()), again);
  }
}

int run_trace(const World& world, const Arguments& arguments) {
  const auto text = arguments.value("--reviews");
  if (!text) throw Error(Exit::usage, "Say which reviews: ebb trace --reviews 0:4,1:4,7:3");
  const auto scheduler = scheduler_called(bare_parameters(arguments));
  const int seed = arguments.number("--fuzz").value_or(0);
  const auto steps = trace(*scheduler, parse_reviews(*text, scale_asked(arguments, *scheduler)), seed);
  if (!world.globals.json) {
    print_table(steps, *scheduler);
    return 0;
  }
  std::vector<std::string> values;
  for (const TraceStep& step : steps) values.push_back(step_json(step, *scheduler));
  print_json(json_result().raw("steps", json_array(values)));
  return 0;
}

}  // namespace

const Command trace_command{
    .name = "trace",
    .aliases = "",
    .usage = "",
    .summary = "follow a scheduler step by step, on reviews you make up",
    .examples =
        "ebb trace --reviews 0:4,1:4,7:3               SM-2: Good, Good, then Hard, on days 0, 1 and 7\n"
        "ebb trace --scheduler fsrs --reviews 0:3,2:3  FSRS: Good, then Good, by their keys\n"
        "ebb trace --scheduler anki --steps 10m --reviews 0:1,0:3  with a learning step\n",
    .options = options,
    .run = run_trace,
};

}  // namespace ebb
