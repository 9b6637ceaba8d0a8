// Environment variables and the two clocks.
#include "ebb/system/environment.hpp"

#include <doctest/doctest.h>

#include "ebb/core/error.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Variable;

TEST_CASE("an unset or empty variable is nothing") {
  const Variable unset{"EBB_TEST_VARIABLE", nullptr};
  CHECK_FALSE(environment("EBB_TEST_VARIABLE"));
  const Variable empty{"EBB_TEST_VARIABLE", ""};
  CHECK_FALSE(environment("EBB_TEST_VARIABLE"));
  const Variable set{"EBB_TEST_VARIABLE", " x "};
  CHECK(environment("EBB_TEST_VARIABLE") == " x ");
}

TEST_CASE("EBB_NOW stops both clocks") {
  const Variable now{"EBB_NOW", "2026-11-25T08:30:00.250+01:00"};
  const Clock clock = real_clock();
  CHECK(iso_time(clock()) == "2026-11-25T07:30:00.250Z");
  CHECK(clock() == clock());
  CHECK(clock_is_fixed());
  CHECK(steady_clock_ms() == Millis{0});
}

TEST_CASE("without EBB_NOW the clocks run forward") {
  const Variable now{"EBB_NOW", nullptr};
  const Clock clock = real_clock();
  const Instant first = clock();
  CHECK(first > *parse_time("2026-01-01T00:00:00Z"));
  const Millis before = steady_clock_ms();
  CHECK(before > Millis{0});
  CHECK(steady_clock_ms() >= before);
  CHECK_FALSE(clock_is_fixed());
}

TEST_CASE("an EBB_NOW that is not a time is a usage error that shows how to write one") {
  for (const char* wrong : {"yesterday", "2026-11-25", "2026-11-25T07:30:00"}) {
    const Variable now{"EBB_NOW", wrong};
    try {
      real_clock();
      FAIL(wrong);
    } catch (const Error& error) {
      CHECK(error.exit() == Exit::usage);
      CHECK(std::string{error.what()}.find("2026-11-25T07:30:00Z") != std::string::npos);
    }
  }
}
