// Anki's variant of SM-2, by the examples of its description.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "ebb/schedule/schedulers.hpp"

using namespace ebb;

namespace {

const Day start = day_from_number(20000);

Parameters anki() {
  Parameters parameters;
  parameters.scheduler = "anki";
  return parameters;
}

// A card in review, answered `interval` days before `start`.
Memory reviewed(int interval, int ease) {
  Memory memory;
  memory.reviews = 5;
  memory.repetitions = 3;
  memory.interval = interval;
  memory.ease = ease;
  memory.last = start - std::chrono::days{interval};
  memory.due = start;
  return memory;
}

int interval_of(const Scheduler& scheduler, const Memory& memory, Quality quality, int days_late) {
  return scheduler.answer(memory, quality, start + std::chrono::days{days_late}).interval;
}

}  // namespace

TEST_CASE("being late is credited: a half for Good, whole for Easy") {
  const auto scheduler = make_scheduler(anki());
  const Memory memory = reviewed(5, 250);
  CHECK(interval_of(*scheduler, memory, Quality::hard, 20) == 6);
  CHECK(interval_of(*scheduler, memory, Quality::good, 20) == 38);  // (5 + 10) × 2.5 = 37.5
  CHECK(interval_of(*scheduler, memory, Quality::easy, 20) == 81);  // 25 × 3.25 = 81.25
}

TEST_CASE("an early answer goes by the days that passed, and never shortens Good") {
  const auto scheduler = make_scheduler(anki());
  const Memory memory = reviewed(30, 250);
  CHECK(interval_of(*scheduler, memory, Quality::hard, -20) == 18);  // 30 × 1.2 / 2
  CHECK(interval_of(*scheduler, memory, Quality::good, -20) == 30);
  CHECK(interval_of(*scheduler, memory, Quality::good, -10) == 50);  // 20 × 2.5
}

TEST_CASE("a new card goes through its steps and is learnt for a day, or four with Easy") {
  const auto scheduler = make_scheduler(anki());
  Memory memory = scheduler->answer({}, Quality::good, start);
  CHECK(memory.step == 2);
  CHECK(memory.wait == std::chrono::minutes{10});
  CHECK(drills_on(memory, start));
  CHECK(scheduler->answer(memory, Quality::good, start).interval == 1);
  CHECK(scheduler->answer(memory, Quality::easy, start).interval == 4);
  CHECK(scheduler->answer({}, Quality::easy, start).interval == 4);
  CHECK(scheduler->answer({}, Quality::hard, start).wait == std::chrono::seconds{330});
  CHECK(scheduler->answer({}, Quality::again, start).wait == std::chrono::minutes{1});
}

TEST_CASE("a lapse takes 0.20 of the ease once, and relearning brings a day") {
  const auto scheduler = make_scheduler(anki());
  const Memory lapsed = scheduler->answer(reviewed(30, 250), Quality::again, start);
  CHECK(lapsed.ease == 230);
  CHECK(lapsed.lapses == 1);
  CHECK(lapsed.relearning);
  CHECK(lapsed.wait == std::chrono::minutes{10});
  const Memory again = scheduler->answer(lapsed, Quality::again, start);
  CHECK(again.ease == 230);
  CHECK(again.lapses == 1);
  CHECK(scheduler->answer(lapsed, Quality::good, start).interval == 1);
  CHECK(scheduler->answer(lapsed, Quality::easy, start).interval == 2);
  CHECK_FALSE(scheduler->answer(lapsed, Quality::good, start).relearning);
}

TEST_CASE("the ease moves by 0.15 and never falls below 1.30; the interval uses the ease before") {
  const auto scheduler = make_scheduler(anki());
  CHECK(scheduler->answer(reviewed(10, 250), Quality::easy, start).ease == 265);
  CHECK(scheduler->answer(reviewed(10, 250), Quality::easy, start).interval == 33);  // 10 × 2.5 × 1.3 = 32.5
  CHECK(scheduler->answer(reviewed(10, 135), Quality::hard, start).ease == 130);
  CHECK(scheduler->answer(reviewed(10, 135), Quality::again, start).ease == 130);
}

TEST_CASE("on time or late, a better grade is always longer") {
  const auto scheduler = make_scheduler(anki());
  CHECK(rc::check([&] {
    const Memory memory = reviewed(*rc::gen::inRange(1, 4000), *rc::gen::inRange(130, 400));
    const int late = *rc::gen::inRange(0, 400);
    const int hard = interval_of(*scheduler, memory, Quality::hard, late), good = interval_of(*scheduler, memory, Quality::good, late);
    const int easy = interval_of(*scheduler, memory, Quality::easy, late);
    RC_ASSERT(hard > memory.interval);
    RC_ASSERT(good > hard);
    RC_ASSERT(easy > good);
  }));
}
