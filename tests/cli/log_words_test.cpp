// Entries of the log in words, at every width.
#include "cli/history/log_words.hpp"

#include <doctest/doctest.h>

using namespace ebb;

namespace {

LogLine mark() {
  LogLine line;
  line.entry = "5493caf0aaaaaaaaaaaaaaaaaaaaaaaa:37";
  line.what = "card.suspend";
  line.card = "70a8bebd0000.0";
  line.detail = "to be or not to be";
  return line;
}

Looks wide(int width) {
  Looks looks;
  looks.width = width;
  return looks;
}

}  // namespace

TEST_CASE("a kind is told in words, an unknown one by its name") {
  LogLine line = mark();
  CHECK(log_words(line) == "suspended");
  line.what = "#123";
  CHECK(log_words(line) == "#123");
  line.what = "undo";
  line.detail = line.entry;
  CHECK(log_words(line) == "undo of 5493caf0:37");
  CHECK(log_line(line, wide(0)).find("aaaa") == std::string::npos);
}

TEST_CASE("a narrow terminal loses the year and the entry first, then the card") {
  const LogLine line = mark();
  const std::string all = log_line(line, wide(0));
  CHECK(all.substr(16) == "  5493caf0:37    suspended           70a8bebd  to be or not to be");
  CHECK(log_line(line, wide(64)).substr(11) == "  suspended           70a8bebd  to be or not to be");
  CHECK(log_line(line, wide(40)).substr(11) == "  suspended  to be or not to…");
}
