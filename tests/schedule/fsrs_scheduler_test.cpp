// FSRS as a scheduler: steps, intervals, order, against the state machine of py-fsrs.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "ebb/core/due_day.hpp"
#include "ebb/schedule/fsrs.hpp"
#include "ebb/schedule/schedulers.hpp"

using namespace ebb;

namespace {

const Day start = day_from_number(20000);

std::vector<std::chrono::seconds> minutes_of(const nlohmann::json& list) {
  std::vector<std::chrono::seconds> steps;
  for (const auto& one : list) steps.emplace_back(one.get<int>() * 60);
  return steps;
}

Parameters fsrs() {
  Parameters parameters;
  parameters.scheduler = "fsrs";
  return parameters;
}

// Follows one case of the reference; returns how many rows were compared.
int follow(const nlohmann::json& one, const nlohmann::json& all_parameters) {
  Parameters parameters = fsrs();
  parameters.weights = all_parameters[one["params"].get<std::size_t>()].get<std::vector<double>>();
  parameters.retention = one["desired_retention"];
  parameters.steps = minutes_of(one["learning_steps_min"]);
  parameters.relearning = minutes_of(one["relearning_steps_min"]);
  parameters.ordered = false;
  const auto scheduler = make_scheduler(parameters);
  Memory memory;
  Day day = start;
  std::int64_t before = 0;
  int rows = 0;
  for (std::size_t i = 0; i < one["rows"].size(); ++i) {
    const auto& row = one["rows"][i];
    const std::int64_t now = row[0];
    if (row[3].get<double>() > 36500) break;  // py-fsrs knows no highest stability
    // The reference counts whole periods of 24 hours where a scheduler counts days.
    if (i > 0) day += std::chrono::days{(now - before) / 86400};
    before = now;
    memory = scheduler->answer(memory, quality_of(static_cast<Grade>(one["answers"][i][1].get<int>())), day);
    CHECK(std::abs(memory.stability / row[3].get<double>() - 1) < 1e-9);
    CHECK(std::abs(memory.difficulty / row[4].get<double>() - 1) < 1e-9);
    const int state = row[1];
    CHECK((memory.step > 0) == (state != 2));
    CHECK(memory.relearning == (state == 3));
    if (state != 2) CHECK(memory.step == row[2].get<int>() + 1);
    const std::int64_t wait = row[5].get<std::int64_t>() - now;
    if (state == 2 || wait >= 86400) CHECK((*memory.due - day).count() == wait / 86400);
    else CHECK(memory.wait.count() == wait);
    ++rows;
  }
  return rows;
}

}  // namespace

TEST_CASE("learning and relearning steps follow the reference state machine") {
  std::ifstream file(EBB_FSRS_VECTORS);
  const auto data = nlohmann::json::parse(file);
  int rows = 0;
  for (const auto& one : data["steps"]["cases"]) rows += follow(one, data["parameters"]);
  CHECK(rows > 300);
}

TEST_CASE("Hard is before Good, Good before Easy, and what grows grows by a day") {
  CHECK(rc::check([] {
    Parameters parameters = fsrs();
    parameters.retention = *rc::gen::inRange(70, 100) / 100.0;
    parameters.fuzz = *rc::gen::arbitrary<bool>();
    const auto scheduler = make_scheduler(parameters);
    const DayChoice choice{*rc::gen::arbitrary<std::uint64_t>(), {}};
    Memory memory;
    Day day = start;
    for (int i = 0; i < 12; ++i) {
      const Outlook futures = chosen_outlook(*scheduler, memory, day, choice);
      int before = 0;
      for (std::size_t q = 3; q < 6; ++q) {
        if (futures[q].step > 0) continue;
        const bool longest = futures[q].interval == longest_interval;  // there they all meet
        RC_ASSERT(longest || futures[q].interval > before);
        if (!longest && memory.step == 0 && memory.reviews > 0 && futures[q].interval > memory.interval)
          RC_ASSERT(futures[q].interval >= memory.interval + 1);
        before = futures[q].interval;
      }
      memory = futures[static_cast<std::size_t>(*rc::gen::inRange(0, 6))];
      day = *memory.due + std::chrono::days{*rc::gen::inRange(0, 5)};
    }
  }));
}

TEST_CASE("FSRS reads quality 0 to 2 as Again, and a day before the last review as the last review's") {
  const auto scheduler = make_scheduler(fsrs());
  const Memory good = scheduler->answer({}, Quality::good, start);
  const Day later = start + std::chrono::days{5};
  CHECK(scheduler->answer(good, Quality::blackout, later) == scheduler->answer(good, Quality::again, later));
  CHECK(scheduler->answer(good, Quality::good, start - std::chrono::days{3}) == scheduler->answer(good, Quality::good, start));
}

TEST_CASE("no interval is longer than the deck allows") {
  Parameters parameters = fsrs();
  parameters.longest = 30;
  parameters.steps.clear();
  const auto scheduler = make_scheduler(parameters);
  Memory memory;
  Day day = start;
  for (int i = 0; i < 10; ++i) {
    memory = chosen_outlook(*scheduler, memory, day, {7, {}})[5];
    CHECK(memory.interval <= 30);
    day = *memory.due;
  }
  CHECK(memory.interval >= 28);
}

TEST_CASE("the arithmetic of each answer is told") {
  Parameters parameters = fsrs();
  parameters.steps.clear();
  const auto scheduler = make_scheduler(parameters);
  const Memory first = scheduler->answer({}, Quality::good, start);
  CHECK(scheduler->arithmetic({}, Quality::good, start) ==
        "first seen: stability 2.31 days and difficulty 2.12 for Good; falls to 90 % in 2.31 days");
  CHECK(scheduler->arithmetic(first, Quality::good, start + std::chrono::days{2}) ==
        "2 of 2.31 days: recall 90.9 %; stability 2.31 × 4.754 = 10.96, difficulty 2.12 to 2.11; falls to 90 % in 10.96 days");
  CHECK(scheduler->standing(first) == "stability 2.31, difficulty 2.12");
}
