// What golden files are too clumsy for: size, and files made by rule.
#include <doctest/doctest.h>

#include "formats/reading.hpp"

namespace ebb {

TEST_CASE("a hundred thousand cards come in order with their lines") {
  std::string bytes = "[\n";
  for (int i = 1; i <= 100'000; ++i)
    bytes += "{\"front\":\"q" + std::to_string(i) + "\",\"back\":\"a\"}" + (i < 100'000 ? ",\n" : "\n]");
  const Reading reading = read_from(bytes, "big.json");
  REQUIRE(reading.report.taken == 100'000);
  CHECK(reading.sink.notes[99'999].question == "q100000");
  CHECK(reading.sink.notes[99'999].line == 100'001);
  CHECK(reading.sink.notes[99'999].card == 100'000);
  CHECK(reading.report.deck == "big");
}

TEST_CASE("what the first pass skips is still checked by the second") {
  std::string bytes = "{\"name\":\"t\",\"cards\":[";
  for (int i = 0; i < 50; ++i) bytes += "{\"front\":\"q]}\\\"\",\"back\":\"a\"},";
  const Reading reading = read_from(bytes + "{\"front\":\"q\" \"back\"}]}", "x.json");
  CHECK(reading.error.find("unexpected string literal") != std::string::npos);
}

TEST_CASE("a deck is told when names, tags or a log follow many cards") {
  std::string cards;
  for (int i = 0; i < 50; ++i) cards += std::string(i > 0 ? "," : "") + "{\"question\":\"[{\\\\\",\"answer\":\"a\"}";
  const Reading late = read_from("{\"cards\":[" + cards + "],\"tags\":[\"t\"],\"name\":\"Late\"}", "x.json");
  REQUIRE(late.report.taken == 50);
  CHECK(late.sink.notes[0].deck == "Late");
  CHECK(late.sink.notes[0].tags == std::vector<std::string>{"t"});
  const Reading full = read_from("{\"format\":\"ebb-deck\",\"version\":1,\"cards\":[" + cards +
                                     "],\"log\":{\"entries\":[{\"entry\":\"x:1\",\"n\": 1.50}]}}", "x.json");
  CHECK(full.report.full);
  CHECK(full.report.taken == 0);
  CHECK(full.sink.notes.empty());
  CHECK(full.sink.entries == std::vector<std::string>{"{\"entry\":\"x:1\",\"n\":1.50}"});
}

TEST_CASE("a log in a file that is no canonical deck is not read") {
  const Reading reading = read_from("{\"log\":{\"entries\":[{}]},\"cards\":[{\"q\":\"x\",\"a\":\"y\"}]}", "x.json");
  CHECK(!reading.report.full);
  CHECK(reading.report.taken == 1);
}

TEST_CASE("a card number of one file does not name a card of another") {
  const Reading a = read_from("[{\"id\":1,\"q\":\"x\",\"a\":\"y\"}]", "a.json");
  const Reading b = read_from("[{\"id\":1,\"q\":\"x\",\"a\":\"y\"}]", "b.json");
  CHECK(a.sink.notes[0].id == "a#1");
  CHECK(b.sink.notes[0].id == "b#1");
}

TEST_CASE("a side of 2 MiB leaves out its card and no other") {
  const Reading reading = read_from("[{\"q\":\"" + std::string(2 << 20, 'x') + "\",\"a\":\"y\"},{\"q\":\"x\",\"a\":\"y\"}]", "x.json");
  CHECK(reading.report.taken == 1);
  CHECK(reading.report.left_out == 1);
}

}  // namespace ebb
