// The table of schedulers.
#include "ebb/schedule/schedulers.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("SM-2 is the default and is found by name") {
  REQUIRE(!schedulers().empty());
  CHECK(schedulers().front()->name() == "sm2");
  CHECK(find_scheduler("sm2") == schedulers().front());
  CHECK(find_scheduler("sm3") == nullptr);
}
