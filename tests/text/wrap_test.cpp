// Wrapping: words, lists, Chinese and Japanese, and whatever else comes.
#include "ebb/text/wrap.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "ebb/text/screen_text.hpp"
#include "text/random_text.hpp"

namespace ebb {
namespace {

using Lines = std::vector<std::string>;

std::string without_blanks(const std::string& text) {
  std::string out;
  for (const Cluster& cluster : clusters(text))
    if (!cluster.blank && cluster.bytes != "\n") out += cluster.bytes;
  return out;
}

}  // namespace

TEST_CASE("lines break at blanks") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap("one   two", 4) == Lines{"one", "two"});
  CHECK(wrap("", 10) == Lines{""});
}

TEST_CASE("line breaks of the text stay, blank lines too") {
  CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
}

TEST_CASE("a word longer than the line is cut where the line ends") {
  CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrap("a abcdefgh", 4) == Lines{"a", "abcd", "efgh"});
}

TEST_CASE("list items hang") {
  CHECK(wrap("1) It can take on", 10) == Lines{"1) It can", "   take on"});
  CHECK(wrap("12. one two three", 11) == Lines{"12. one two", "    three"});
  CHECK(wrap("- one two", 6) == Lines{"- one", "  two"});
  CHECK(wrap("• one two", 6) == Lines{"• one", "  two"});
  CHECK(wrap("  * one two", 8) == Lines{"  * one", "    two"});
}

TEST_CASE("what only looks like a list does not hang") {
  CHECK(wrap("1.5 is a number", 8) == Lines{"1.5 is a", "number"});
  CHECK(wrap("-x is a flag", 7) == Lines{"-x is a", "flag"});
  CHECK(wrap("2024) four digits", 8) == Lines{"2024)", "four", "digits"});
}

TEST_CASE("a hanging indent gives way when the line is narrow") {
  CHECK(wrap("1) one two", 4) == Lines{"1)", "one", "two"});
}

TEST_CASE("Chinese and Japanese break between characters") {
  CHECK(wrap("漢字漢字", 4) == Lines{"漢字", "漢字"});
  CHECK(wrap("漢字漢字", 5) == Lines{"漢字", "漢字"});
  CHECK(wrap("abc漢字", 5) == Lines{"abc漢", "字"});
}

TEST_CASE("Japanese punctuation does not begin a line, an opening bracket does not end one") {
  CHECK(wrap("日本。語", 4) == Lines{"日", "本。", "語"});
  CHECK(wrap("日「本」語", 4) == Lines{"日", "「本", "」語"});
  CHECK(wrap("日「本」語", 6) == Lines{"日", "「本」", "語"});
}

TEST_CASE("emoji are never cut apart") {
  CHECK(wrap("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3) ==
        Lines{"👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"});
  CHECK(wrap("🇩🇪🇫🇷", 2) == Lines{"🇩🇪", "🇫🇷"});
  CHECK(wrap(" 🇩🇪", 2) == Lines{"", "🇩🇪"});
}

TEST_CASE("any text: no line is too wide, and nothing is lost but blanks") {
  CHECK(rc::check([] {
    const std::string safe = screen_text(*test::hostile_text());
    const int width = *rc::gen::inRange(2, 40);
    std::string joined;
    for (const std::string& line : wrap(safe, width)) {
      RC_ASSERT(cells(line) <= width);
      RC_ASSERT(line.find('\n') == std::string::npos);
      joined += line + "\n";
    }
    RC_ASSERT(without_blanks(joined) == without_blanks(safe));
  }));
}

}  // namespace ebb
