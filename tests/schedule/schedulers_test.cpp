// The table of schedulers.
#include "ebb/schedule/schedulers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "ebb/core/due_day.hpp"

using namespace ebb;

TEST_CASE("SM-2 is the default and is found by name") {
  REQUIRE(!schedulers().empty());
  CHECK(schedulers().front().name == Parameters{}.scheduler);
  for (const SchedulerKind& kind : schedulers()) {
    Parameters parameters;
    parameters.scheduler = kind.name;
    const auto made = make_scheduler(parameters);
    REQUIRE(made != nullptr);
    CHECK(made->name() == kind.name);
    CHECK(made->parameters() == parameters);
  }
  Parameters unknown;
  unknown.scheduler = "sm3";
  CHECK(make_scheduler(unknown) == nullptr);
}

namespace {

// Boxes of 1, 2, 4, 8 … days: up when known, back to the first when not.
class Leitner : public Scheduler {
 public:
  using Scheduler::Scheduler;
  std::string_view name() const override { return "leitner"; }
  int version() const override { return 1; }
  Memory answer(const Memory& before, Quality quality, Day day) const override {
    Memory after = before;
    ++after.reviews;
    after.repetitions = failed(quality) ? 0 : before.repetitions + 1;
    after.last = day;
    place(after, day + std::chrono::days{1 << std::min(after.repetitions, 10)});
    return after;
  }
};

std::unique_ptr<const Scheduler> make_leitner(const Parameters& parameters) { return std::make_unique<Leitner>(parameters); }

}  // namespace

TEST_CASE("an experimental scheduler is a class and a row of the table") {
  std::vector<SchedulerKind> table(schedulers().begin(), schedulers().end());
  table.push_back({"leitner", "boxes", make_leitner});
  Parameters parameters;
  parameters.scheduler = "leitner";
  parameters.fuzz = false;
  const auto scheduler = scheduler_from(table, parameters);
  REQUIRE(scheduler != nullptr);
  Memory memory;
  Day day = day_from_number(20000);
  for (const int interval : {2, 4, 8}) {
    memory = chosen_outlook(*scheduler, memory, day, {})[4];
    CHECK(memory.interval == interval);
    day = *memory.due;
  }
  CHECK(scheduler->answer(memory, Quality::again, day).interval == 1);
  CHECK(scheduler->arithmetic(memory, Quality::good, day) == "16 days");
}
