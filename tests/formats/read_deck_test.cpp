// Which format a file is taken for.
#include <doctest/doctest.h>

#include "formats/reading.hpp"

namespace ebb {

TEST_CASE("content decides, then the suffix") {
  CHECK(read_from("[{\"q\":\"x\",\"a\":\"y\"}]", "deck").report.format == "json");
  CHECK(read_from("  \n[{\"q\":\"x\",\"a\":\"y\"}]", "deck.txt").report.format == "json");
  CHECK(read_from("a\tb\nc\td\ne\tf\n", "-").report.format == "tsv");
  CHECK(read_from("a,b\nc,d\ne,f\n", "-").report.format == "csv");
  CHECK(read_from("a;b\nc;d\ne;f\n", "deck.txt").report.format == "csv");
  CHECK(read_from("One, two?\n\nThree, four.\n", "-").report.format == "text");
  CHECK(read_from("a,b\n", "deck.CSV").report.format == "csv");
}

TEST_CASE("--format wins over everything, and an unknown one is named with those there are") {
  ReadOptions options;
  options.format = "text";
  CHECK(read_from("a,b\n\nc,d\n", "deck.csv", options).report.format == "text");
  options.format = "docx";
  CHECK(read_from("a", "x", options).error == "--format docx: there is no such format to read. Formats: json, text, csv, tsv.");
}

TEST_CASE("what is no deck is refused by name") {
  CHECK(read_from("", "x.json").error == "x.json: the file is empty.");
  CHECK(read_from("PK\x03\x04rest", "x.apkg").error.starts_with("x.apkg: this is a zip archive, perhaps an Anki package."));
  CHECK(read_from("SQLite format 3", "x.db").error.starts_with("x.db: this is an SQLite database."));
  CHECK(read_from(std::string("a\0b", 3), "x.txt").error.starts_with("x.txt: this is not a text file."));
}

TEST_CASE("every format has a name, suffixes and a summary, and is found by its name") {
  for (const Format& format : formats()) {
    CHECK(find_format(format.name) == &format);
    CHECK(!format.suffixes.empty());
    CHECK(!format.summary.empty());
  }
  CHECK(find_format("docx") == nullptr);
}

TEST_CASE("the progress ends at the size of the file") {
  for (const char* name : {"x.json", "x.csv"}) {
    const std::string bytes = std::string(name) == "x.json" ? "[{\"q\":\"x\",\"a\":\"y\"}]" : "a,b\n";
    const Reading reading = read_from(bytes, name);
    CHECK(reading.sink.done == bytes.size());
    CHECK(reading.sink.total == bytes.size());
  }
}

}  // namespace ebb
