// The checks that all readers share.
#include "formats/intake.hpp"

#include <doctest/doctest.h>

#include "support/collecting_sink.hpp"

namespace ebb {

TEST_CASE("a text of blanks of any script is blank") {
  CHECK(blank(""));
  CHECK(blank(" \t\r\n\xC2\xA0\xE3\x80\x80\xE2\x80\x89"));
  CHECK(!blank("\xE3\x80\x82"));
  CHECK(!blank(" x "));
}

TEST_CASE("a deck is called after its file when the file does not say") {
  CHECK(deck_from_file("a/b/Spanish words.csv") == "Spanish words");
  CHECK(deck_from_file("-") == "stdin");
  CHECK(deck_from_file(".hidden") == ".hidden");
  CHECK(deck_from_file("x/") == "deck");
}

TEST_CASE("a tag has no blanks and no commas and stands once") {
  std::vector<std::string> tags;
  CHECK(!add_tag(tags, " plain "));
  CHECK(add_tag(tags, "two  words, three"));
  add_tag(tags, "plain");
  add_tag(tags, "  ");
  CHECK(tags == std::vector<std::string>{"plain", "two_words_three"});
}

TEST_CASE("a set of ids knows what it has seen, however many") {
  SeenIds ids;
  for (int i = 0; i < 10'000; ++i) CHECK(ids.add("id" + std::to_string(i)));
  for (int i = 0; i < 10'000; ++i) CHECK(!ids.add("id" + std::to_string(i)));
}

TEST_CASE("a side longer than 1 MiB leaves the card out, one of exactly 1 MiB does not") {
  CollectingSink sink;
  ReadReport report;
  Intake intake(sink, report, "f.json", "deck");
  const auto card = [](std::size_t length) {
    ImportedNote note;
    note.question = "q";
    note.answer.assign(length, 'x');
    return note;
  };
  intake.take(card(longest_field), 1);
  intake.take(card(longest_field + 1), 1);
  CHECK(report.taken == 1);
  CHECK(report.left_out == 1);
  REQUIRE(sink.problems.size() == 1);
  CHECK(sink.problems[0].what == "the answer is longer than 1 MiB: left out");
  CHECK(sink.problems[0].left_out);
}

}  // namespace ebb
