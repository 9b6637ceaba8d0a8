// The nearest name.
#include "cli/program/suggest.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace ebb;

TEST_CASE("the nearest name is near enough, or none") {
  static constexpr std::array<std::string_view, 4> names{"review", "redo", "import", "export"};
  CHECK(nearest("reviw", names) == "review");
  CHECK(nearest("rev", names) == "review");
  CHECK(nearest("imprt", names) == "import");
  CHECK(nearest("zzzz", names).empty());
  CHECK(did_you_mean("rdeo", names) == " Did you mean `redo`?");
  CHECK(did_you_mean("zzzz", names).empty());
}

TEST_CASE("two dashes are no likeness") {
  constexpr std::string_view options[] = {"--color", "--limit", "-C"};
  CHECK(nearest("--foo", options).empty());
  CHECK(nearest("--limt", options) == "--limit");
  CHECK(nearest("-limit", options) == "--limit");
}
