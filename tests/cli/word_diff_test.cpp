// What changed between two texts, on one line.
#include "cli/cards/word_diff.hpp"

#include <doctest/doctest.h>

using ebb::word_diff;

TEST_CASE("words that went and came are marked, in their order") {
  CHECK(word_diff("to be or not", "to have or not") == "to [-be-]{+have+} or not");
  CHECK(word_diff("", "new text") == "{+new text+}");
  CHECK(word_diff("gone text", "") == "[-gone text-]");
  CHECK(word_diff("same", "same") == "same");
  CHECK(word_diff("a c", "a b c") == "a {+b+} c");
  CHECK(word_diff("a\nb", "a b") == "a b");
}

TEST_CASE("Chinese is compared by characters") { CHECK(word_diff("家和房子", "家和屋子") == "家和[-房-]{+屋+}子"); }

TEST_CASE("long runs that are the same are cut") {
  CHECK(word_diff("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 y") ==
        "… 10 11 12 13 14 15 [-x-]{+y+}");
}

TEST_CASE("texts of many words are compared without much memory") {
  std::string a, b;
  for (int i = 0; i < 5000; ++i) a += "a" + std::to_string(i) + " ", b += "b" + std::to_string(i) + " ";
  CHECK(word_diff(a, b).starts_with("[-a0 a1"));
}
