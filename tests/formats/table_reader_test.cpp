// Separators, headers, formulas.
#include <doctest/doctest.h>

#include "formats/reading.hpp"
#include "formats/table/columns.hpp"

namespace ebb {
namespace {

bool header(std::vector<std::string> fields) {
  Record record;
  record.count = fields.size();
  record.fields = std::move(fields);
  return looks_like_header(record);
}

}  // namespace

TEST_CASE("a header is a row of known names, not a card that happens to hold one") {
  CHECK(header({"front", "back"}));
  CHECK(header({"Question", "whatever"}));
  CHECK(header({"country", "flag", "tags"}));
  CHECK(header({"country", "country:de"}));
  CHECK(!header({"word", "Wort"}));
  CHECK(!header({"a", "ein"}));
  CHECK(!header({"perro", "dog"}));
  CHECK(!header({"tags", "Etiketten"}));
}

TEST_CASE("the separator is the one that gives every record as many columns") {
  CHECK(read_from("a;b, c\nd;e\nf;g, h, i\n", "x.csv").sink.notes[0].answer == "b, c");
  CHECK(read_from("a, x|b\nc|d\n", "x.csv").sink.notes[0].question == "a, x");
}

TEST_CASE("a ' before a formula is taken off once, and told") {
  const Reading reading = read_from("front,back\n'=1+1,''@x\n'bout,'-\n", "x.csv");
  CHECK(reading.sink.notes[0].question == "=1+1");
  CHECK(reading.sink.notes[0].answer == "'@x");
  CHECK(reading.sink.notes[1].question == "'bout");
  CHECK(reading.sink.notes[1].answer == "-");
  CHECK(reading.report.told == std::vector<std::string>{"the ' that keeps a field from being a formula was taken off (3 times)"});
}

TEST_CASE("a table larger than a piece is read to its end, with the line of each card") {
  std::string bytes = "front,back\n";
  for (int i = 0; i < 20'000; ++i) bytes += "q" + std::to_string(i) + ",\"a\nb\"\n";
  const Reading reading = read_from(bytes, "x.csv", {}, 1000);
  REQUIRE(reading.report.taken == 20'000);
  CHECK(reading.sink.notes[19'999].line == 2 + 2 * 19'999);
}

}  // namespace ebb
