// Bars and ASCII.
#include "cli/program/looks.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("the largest bar is full, zero is a dot, and nothing that is not zero looks like it") {
  CHECK(bars({0, 1, 4, 8}, false) == "·▁▄█");
  CHECK(bars({0, 1, 4, 8}, true) == ".:+@");
  CHECK(bars({1, 1000}, false) == "▁█");
  CHECK(bars({5}, true) == "@");
  CHECK(bars({0, 0}, true) == "..");
  CHECK(bars({}, true).empty());
}

TEST_CASE("what the program draws stays in ASCII where it must, and as it is elsewhere") {
  const Looks ascii{false, true, 0}, unicode{false, false, 0};
  CHECK(ascii.drawn("6 × 2.36 → 15 · 80–90 …") == "6 x 2.36 -> 15, 80-90 ...");
  CHECK(unicode.drawn("6 × 2.36 → 15") == "6 × 2.36 → 15");
}

TEST_CASE("without colour there is no escape") {
  CHECK(Looks{false, false, 0}.bold("7 due") == "7 due");
  CHECK(Looks{true, false, 0}.bold("7 due") == "\x1b[1m7 due\x1b[0m");
  CHECK(Looks{true, false, 0}.dim("7 due") == "\x1b[2m7 due\x1b[0m");
}
