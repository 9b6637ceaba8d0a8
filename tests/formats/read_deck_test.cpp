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
  const std::string error = read_from("a", "x", options).error;
  CHECK(error.starts_with("--format docx: there is no such format to read. Formats: json, md, org, text, csv, tsv, "));
  for (const Format& format : formats())
    CHECK((error.find(" " + std::string(format.name)) != std::string::npos) == (format.read != nullptr));
  options.format = "revlog-csv";
  CHECK(read_from("a", "x", options).error.starts_with("--format revlog-csv: there is no such format to read."));
}

TEST_CASE("what is no deck is refused by name") {
  CHECK(read_from("", "x.json").error == "x.json: the file is empty.");
  CHECK(read_from("PK\x03\x04rest", "x.apkg").error == "x.apkg: this is no zip archive, or its end is missing.");
  CHECK(read_from("SQLite format 3", "x.db").error.starts_with("x.db: it cannot be read"));
  CHECK(read_from(std::string("a\0b", 3), "x.txt").error.starts_with("x.txt: this is not a text file."));
}

TEST_CASE("Markdown, org and the lists of Quizlet are told by their content too") {
  CHECK(read_from("C: the [hole]\n", "-").report.format == "md");
  CHECK(read_from("a::b\n<!--SR:!2025-01-01,3,250-->\n", "-").report.format == "md");
  CHECK(read_from("Q: a\nA: b\n", "deck.MD").report.format == "md");
  CHECK(read_from("Q: a\nA: b\n", "deck.txt").report.format == "text");
  CHECK(read_from("* a :fc:\n:REVIEW_DATA:\n:END:\nb\n", "-").report.format == "org");
  CHECK(read_from("dog - perro\ncat - gato\n", "-").report.format == "quizlet");
  CHECK(read_from("\"dog\tperro\ncat\tgato\n", "-").report.format == "quizlet");
  CHECK(read_from("dog\tperro\ncat\tgato\nbird\tave\n", "list.txt").report.format == "tsv");
  CHECK(read_from("#separator:tab\ndog\tperro\n", "notes.txt").report.format == "anki-text");
  CHECK(read_from("#separator:tab\ndog\tperro\n", "notes.csv").report.format == "csv");
}

TEST_CASE("lines that may take turns are asked about, by the name of the format that reads them") {
  MemorySource source("q1\na1\nq2\na2\n", "x.txt");
  CollectingSink sink;
  bool asked = false;
  try {
    read_deck(source, {}, sink);
  } catch (const AmbiguousLayout& layout) {
    asked = layout.format() == "lines";
  }
  CHECK(asked);
}

TEST_CASE("a format is also found by its suffix without the dot") {
  CHECK(find_format("txt") == find_format("text"));
  CHECK(find_format("markdown") == find_format("md"));
  CHECK(find_format("") == nullptr);
  CHECK(find_format(".md .markdown") == nullptr);
}

TEST_CASE("every format has a name and a summary, reads or writes, and is found by its name") {
  for (const Format& format : formats()) {
    CHECK(find_format(format.name) == &format);
    CHECK((format.suffixes.empty() || format.suffixes.starts_with(".")));
    CHECK((format.read != nullptr || format.write != nullptr));
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
