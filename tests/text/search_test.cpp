// Words, parts of words and regular expressions in text.
#include <doctest/doctest.h>

#include <stdexcept>

#include "ebb/text/search.hpp"
#include "ebb/text/unicode.hpp"

using namespace ebb;

namespace {
bool in(const char* pattern, const char* text) { return WordPattern(pattern).in(fold_text(text)); }
}  // namespace

TEST_CASE("a word is found whole, whatever its case and accents") {
  CHECK(in("dog", "The Dog, barking."));
  CHECK(in("CAFE", "un café"));
  CHECK(in("grosse", "Größe? Große!"));
  CHECK_FALSE(in("dog", "dogs and hotdog"));
  CHECK_FALSE(in("dog", "dög2"));
  CHECK(in("don't", "Don't panic"));
  CHECK(in("3:4", "a ratio of 3:4"));
  CHECK(in("c++", "C++ and C"));
  CHECK_FALSE(in("c++", "C and D"));
}

TEST_CASE("stars stand for parts of one word") {
  CHECK(in("dog*", "dogs"));
  CHECK(in("*dog", "a hotdog"));
  CHECK(in("*og*", "hotdogs"));
  CHECK(in("d*g", "a drag"));
  CHECK_FALSE(in("d*g", "do big"));
  CHECK_FALSE(in("dog*", "hotdog"));
  CHECK(in("*", "anything"));
  CHECK(in("a\\*b", "a*b"));
  CHECK_FALSE(in("a\\*b", "axb"));
}

TEST_CASE("several words stand as they were typed, blanks and line ends alike") {
  CHECK(in("exact words", "the exact\n  words"));
  CHECK_FALSE(in("exact words", "words exact"));
  CHECK_FALSE(in("exact words", "exact wordsmith"));
}

TEST_CASE("letters that write no blanks are found as parts") {
  CHECK(in("漢字", "この漢字は"));
  CHECK(in("ひら", "ひらがな"));
  CHECK(in("국", "한국어"));
  CHECK(in("cpu", "このCPUは"));
  CHECK_FALSE(in("字漢", "漢字"));
}

TEST_CASE("words are cut as the index holds them") {
  const auto words = words_of("a-b, 漢字c d3");
  CHECK(words == std::vector<std::string_view>{"a", "b", "漢", "字", "c", "d3"});
}

TEST_CASE("names fit with stars") {
  CHECK(name_fits("es::*", "es::verbs::past"));
  CHECK(name_fits("*verbs", "es::verbs"));
  CHECK_FALSE(name_fits("es", "es::verbs"));
  CHECK(name_fits("a*b*c", "axxbyyc"));
  CHECK_FALSE(name_fits("a*b*c", "axxcyyb"));
}

TEST_CASE("regular expressions ignore case and know where they are wrong") {
  CHECK(Regex("^the \\w+$").in("The dog"));
  CHECK(Regex("É").in("é"));
  CHECK_FALSE(Regex("^dog").in("a dog"));
  CHECK_THROWS_AS(Regex("a("), std::invalid_argument);
  CHECK_FALSE(Regex("(a+)+$").in(std::string(5000, 'a') + "b"));
}
