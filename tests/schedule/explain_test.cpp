// The schedule as arithmetic.
#include "ebb/schedule/explain.hpp"

#include <doctest/doctest.h>

#include "ebb/schedule/schedulers.hpp"

using namespace ebb;

namespace {

Review review(const char* day, Quality quality) {
  Review made;
  made.day = *parse_date(day);
  made.quality = quality;
  return made;
}

}  // namespace

TEST_CASE("each answer is told with its arithmetic, and lateness") {
  const auto sm2 = make_scheduler(Parameters{});
  const auto steps = explain(*sm2, Memory{}, {review("2026-03-01", Quality::good), review("2026-03-02", Quality::good),
                                                      review("2026-03-09", Quality::hard)});
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].what == "first seen");
  CHECK(steps[1].what == "second in a row: 6 days");
  CHECK(steps[2].what == "third: 6 × 2.36 = 14.16, up, again today");
  CHECK(steps[2].days_late == 1);
  const auto lines = explained_lines(steps);
  CHECK(lines[2] == "2026-03-09  Hard   ease 2.36  15 days   → 2026-03-24  third: 6 × 2.36 = 14.16, up, again today   1 day late");
}

TEST_CASE("the outlook says what each grade would do now") {
  Memory memory;
  const Day day = *parse_date("2026-03-01");
  const auto sm2 = make_scheduler(Parameters{});
  const auto lines = outlook_lines(*sm2, memory, outlook(*sm2, memory, day), day);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "Again 1 day, and again today; stays at ease 2.50");
  CHECK(lines[1] == "Hard  1 day, and again today; ease 2.36");
  CHECK(lines[3] == "Easy  1 day; ease 2.60");
}
