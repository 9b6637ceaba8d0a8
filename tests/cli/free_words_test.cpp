// Which words are options, values or free.
#include "cli/program/free_words.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace ebb;
using Words = std::vector<std::string>;

namespace {

constexpr std::array globals{Option{"--db", "PATH", ""}, Option{"-q,--quiet", "", ""}};
constexpr std::array own{Option{"-n,--limit", "N", ""}, Option{"-0,--null", "", ""}};

}  // namespace

TEST_CASE("a value goes with its option") {
  const Words words{"-n", "5", "a", "--limit=6", "b", "-n7", "c", "-qn", "8"};
  const SplitWords split = split_words(words, globals, own);
  CHECK(split.free == Words{"a", "b", "c"});
  CHECK(split.options == Words{"-n", "5", "--limit=6", "-n7", "-qn", "8"});
}

TEST_CASE("a number with a minus is free unless it names an option") {
  const Words words{"-5", "-0"};
  CHECK(split_words(words, globals, own).free == Words{"-5"});
  CHECK(split_words(words, globals, {}).free == Words{"-5", "-0"});
}

TEST_CASE("the value of a global option is not taken for the verb") {
  CHECK(verb_position({"--db", "list", "due"}, globals) == 2);
  CHECK(verb_position({"--db=list", "due"}, globals) == 1);
  CHECK(verb_position({"-q"}, globals) == 1);
  CHECK(verb_position({"--", "due"}, globals) == 2);
}
