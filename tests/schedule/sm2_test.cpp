// SM-2 against reference sequences, and what must hold for any answers.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <sstream>

#include "ebb/schedule/schedulers.hpp"

using namespace ebb;

namespace {

const Scheduler& sm2() {
  static const auto scheduler = make_scheduler(Parameters{});
  return *scheduler;
}
const Day start = day_from_number(20000);

Memory answered(const Memory& memory, int quality, Day day) { return sm2().answer(memory, static_cast<Quality>(quality), day); }

}  // namespace

TEST_CASE("every reference sequence of the primary text comes out exactly") {
  std::ifstream file(EBB_SOURCE_DIR "/tests/schedule/sm2/canonical.csv");
  std::string line;
  REQUIRE(std::getline(file, line));
  Memory memory;
  Day day = start;
  int rows = 0, sequence = -1;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    int number[6];
    char comma;
    for (int& cell : number) cells >> cell >> comma;
    if (number[0] != sequence) {
      sequence = number[0];
      memory = Memory{};
      day = start;
    }
    if (memory.due) day = *memory.due;
    memory = answered(memory, number[2], day);
    REQUIRE_MESSAGE(memory.repetitions == number[3], line);
    REQUIRE_MESSAGE(memory.interval == number[4], line);
    REQUIRE_MESSAGE(memory.ease == number[5], line);
    CHECK(*memory.due == day + std::chrono::days{memory.interval});
    ++rows;
  }
  CHECK(rows == 888);
}

TEST_CASE("an answer below Good drills the card that day, and drill answers change nothing else") {
  Memory memory = answered({}, 3, start);
  CHECK(drills_on(memory, start));
  CHECK(memory.ease == 236);
  for (const int quality : {0, 3, 2}) {
    Memory drilled = answered(memory, quality, start);
    CHECK(drills_on(drilled, start));
    drilled.reviews = memory.reviews;
    CHECK(drilled == memory);
  }
  const Memory done = answered(memory, 4, start);
  CHECK(!drills_on(done, start));
  CHECK(done.due == memory.due);
}

TEST_CASE("a drill is over when its day is") {
  const Memory memory = answered({}, 1, start);
  const Memory next = answered(memory, 4, start + std::chrono::days{1});
  CHECK(next.repetitions == 1);
  CHECK(!next.drill);
}

TEST_CASE("a failure restarts the card without touching its ease, and is a lapse only of a learnt card") {
  Memory memory = answered({}, 2, start);
  CHECK(memory.lapses == 0);
  memory = answered(answered({}, 5, start), 5, start + std::chrono::days{1});
  const Memory failed = answered(memory, 0, start + std::chrono::days{7});
  CHECK(failed.ease == memory.ease);
  CHECK(failed.repetitions == 0);
  CHECK(failed.interval == 1);
  CHECK(failed.lapses == 1);
}

TEST_CASE("lateness gives no credit: the interval grows from the one before") {
  const Memory memory = answered(answered({}, 4, start), 4, start + std::chrono::days{1});
  const Memory late = answered(memory, 4, start + std::chrono::days{100});
  CHECK(late.interval == 15);
  CHECK(*late.due == start + std::chrono::days{115});
}

TEST_CASE("a card that was between another scheduler's learning steps is out of them with its first answer") {
  Memory memory;
  memory.reviews = 2;
  memory.step = 2;
  memory.relearning = true;
  memory.last = start;
  memory.due = start + std::chrono::days{1};
  const Memory after = answered(memory, 4, *memory.due);
  CHECK(after.step == 0);
  CHECK_FALSE(after.relearning);
  CHECK(after.interval == 1);
}

TEST_CASE("whatever is answered: bounds hold, due is never before the answer, a harder grade is never longer") {
  CHECK(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& answers) {
    Memory memory;
    Day day = start;
    for (const auto& [quality, later] : answers) {
      day += std::chrono::days{later % 60} - std::chrono::days{3};  // clocks step back too
      const Outlook futures = outlook(sm2(), memory, day);
      for (std::size_t i = 0; i + 1 < futures.size(); ++i) RC_ASSERT(futures[i].interval <= futures[i + 1].interval);
      const Memory next = answered(memory, quality % 6, day);
      RC_ASSERT(next == futures[quality % 6]);
      RC_ASSERT(next.ease >= 130);
      RC_ASSERT(next.interval >= 1);
      RC_ASSERT(next.interval <= longest_interval);
      RC_ASSERT(*next.due > day || drills_on(memory, *memory.last));
      RC_ASSERT(!memory.last || *next.last >= *memory.last);
      memory = next;
    }
  }));
}
