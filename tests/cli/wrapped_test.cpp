// Pages at the width of a terminal.
#include "cli/program/wrapped.hpp"

#include <doctest/doctest.h>

using namespace ebb;

TEST_CASE("without a terminal a page is as it is") {
  CHECK(wrapped("one two three four", 0) == "one two three four");
  CHECK(wrapped_card("one two three four", 0) == "one two three four");
}

TEST_CASE("words stay whole, and stand under the first one") {
  CHECK(wrapped("  one two three four\nfive\n", 12) == "  one two\n  three four\nfive\n");
  CHECK(wrapped("", 12).empty());
}

TEST_CASE("the second column of a table stays a column") {
  CHECK(wrapped("  is:due   due, new, learning, review", 31) == "  is:due   due, new, learning,\n           review");
}

TEST_CASE("a column that leaves no room is wrapped with the rest") {
  CHECK(wrapped("a long first column  and more", 24) == "a long first column  and\nmore");
}

TEST_CASE("the text of a card keeps its lines") {
  CHECK(wrapped_card("one two\n\nthree four", 8) == "one two\n\nthree\nfour");
}
