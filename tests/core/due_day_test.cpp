// Where within its spread a card falls due.
#include "ebb/core/due_day.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace ebb;

namespace {

const Day start = day_from_number(20000);  // a Thursday

// Always comes back after as many days as its ease says.
class Fixed : public Scheduler {
 public:
  using Scheduler::Scheduler;
  std::string_view name() const override { return "fixed"; }
  int version() const override { return 1; }
  Memory answer(const Memory& before, Quality, Day day) const override {
    Memory after = before;
    ++after.reviews;
    after.last = day;
    after.interval = before.ease;
    after.due = day + std::chrono::days{after.interval};
    return after;
  }
};

Memory with_interval(int days) {
  Memory memory;
  memory.ease = days;
  return memory;
}

Day due(const Parameters& parameters, int interval, const DayChoice& choice) {
  return *chosen_outlook(Fixed(parameters), with_interval(interval), start, choice)[2].due;
}

}  // namespace

TEST_CASE("the spread of an interval") {
  const auto is = [](int interval, int low, int high) {
    const Spread spread = spread_of(interval, 36500);
    return spread.low == low && spread.high == high;
  };
  CHECK(is(1, 1, 1));
  CHECK(is(2, 2, 2));
  CHECK(is(3, 2, 4));    // 3 ± 1.075
  CHECK(is(7, 5, 9));    // 7 ± 1.675
  CHECK(is(20, 17, 23));  // 20 ± 2.975
  CHECK(is(100, 93, 107));
  CHECK(spread_of(100, 100).high == 100);
}

TEST_CASE("every day of the spread is chosen, none outside, and the same seed chooses the same") {
  std::map<int, int> chosen;
  for (std::uint64_t seed = 0; seed < 700; ++seed) {
    const Day day = due({}, 7, {seed, {}});
    CHECK(day == due({}, 7, {seed, {}}));
    ++chosen[static_cast<int>((day - start).count())];
  }
  CHECK(chosen.size() == 5);
  CHECK(chosen.begin()->first == 5);
  CHECK(chosen.rbegin()->first == 9);
  for (const auto& [days, times] : chosen) CHECK(times > 90);
}

TEST_CASE("without fuzz the day is the scheduler's own") {
  Parameters parameters;
  parameters.fuzz = false;
  for (std::uint64_t seed = 0; seed < 20; ++seed) CHECK(due(parameters, 50, {seed, {}}) == start + std::chrono::days{50});
}

TEST_CASE("balancing takes the day of the spread with the least to do") {
  Parameters parameters;
  parameters.balance = true;
  const auto busy = [](Day day) { return day == start + std::chrono::days{6} ? 3 : 10; };
  for (std::uint64_t seed = 0; seed < 20; ++seed) CHECK(due(parameters, 7, {seed, busy}) == start + std::chrono::days{6});
}

TEST_CASE("a weekday without a share is left out") {
  Parameters parameters;
  parameters.weekdays[6] = 0;  // Sunday
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Day day = due(parameters, 10, {seed, {}});
    CHECK(std::chrono::weekday{std::chrono::sys_days{day.time_since_epoch()}} != std::chrono::Sunday);
  }
}

TEST_CASE("before an exam a card that would come after it comes in the days before") {
  Parameters parameters;
  parameters.exam = start + std::chrono::days{60};
  parameters.exam_window = 10;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Day day = due(parameters, 200, {seed, {}});
    CHECK(day >= start + std::chrono::days{50});
    CHECK(day < start + std::chrono::days{60});
    CHECK(due(parameters, 30, {seed, {}}) < start + std::chrono::days{50});
  }
  parameters.exam = start + std::chrono::days{5};  // already in the window: this answer was its last
  CHECK(due(parameters, 200, {1, {}}) > start + std::chrono::days{100});
  parameters.exam = start - std::chrono::days{5};
  CHECK(due(parameters, 200, {1, {}}) > start + std::chrono::days{100});
}

TEST_CASE("no due day is before tomorrow") {
  CHECK(rc::check([] {
    Parameters parameters;
    parameters.balance = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) parameters.exam = start + std::chrono::days{*rc::gen::inRange(-5, 50)};
    parameters.exam_window = *rc::gen::inRange(1, 366);
    const int interval = *rc::gen::inRange(1, 36500);
    RC_ASSERT(due(parameters, interval, {*rc::gen::arbitrary<std::uint64_t>(), {}}) > start);
  }));
}
