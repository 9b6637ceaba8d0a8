// RFC 4180, record by record.
#include "formats/table/records.hpp"

#include <doctest/doctest.h>

#include "ebb/core/error.hpp"
#include "support/memory_source.hpp"

namespace ebb {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& bytes, char separator = ',', std::size_t piece = 2) {
  MemorySource source(bytes, "x.csv", piece);
  CleanText text(source);
  Records records(text, separator, 0);
  Rows rows;
  Record record;
  while (records.next(record))
    rows.emplace_back(record.fields.begin(), record.fields.begin() + static_cast<std::ptrdiff_t>(record.count));
  return rows;
}

}  // namespace

TEST_CASE("fields are split, quotes taken off, doubled quotes halved") {
  CHECK(rows_of("a,b\n") == Rows{{"a", "b"}});
  CHECK(rows_of("a,\"b,\"\"c\"\"\nd\"") == Rows{{"a", "b,\"c\"\nd"}});
  CHECK(rows_of(",\n\"\",x\n") == Rows{{"", ""}, {"", "x"}});
  CHECK(rows_of("a\tb,c\n", '\t') == Rows{{"a", "b,c"}});
}

TEST_CASE("LF, CRLF and CR end a record, and blank lines are no records") {
  CHECK(rows_of("a\nb\r\nc\rd\n\n\r\n\re") == Rows{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}});
}

TEST_CASE("within a quoted field of a CRLF file the line ends become LF; in an LF file a CR stays") {
  CHECK(rows_of("h,i\r\n\"a\r\nb\",c\r\n")[1][0] == "a\nb");
  CHECK(rows_of("h,i\n\"a\r\nb\",c\n")[1][0] == "a\r\nb");
}

TEST_CASE("a quote that closes before its field ends is part of the text") {
  CHECK(rows_of("\"so\" it says,x\n") == Rows{{"\"so\" it says", "x"}});
  CHECK(rows_of("say \"hi\",x\n") == Rows{{"say \"hi\"", "x"}});
}

TEST_CASE("a quote that is never closed is an error with its line") {
  try {
    rows_of("a,b\nc,\"d\ne,f\n");
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::input);
    CHECK(std::string(error.what()).starts_with("x.csv:2: a quote is opened and never closed"));
  }
}

TEST_CASE("a field of many megabytes keeps little in memory") {
  MemorySource source("\"" + std::string(8 << 20, 'x') + "\",b\n", "x.csv");
  CleanText text(source);
  Records records(text, ',', 0);
  Record record;
  REQUIRE(records.next(record));
  CHECK(record.fields[0].size() == (1u << 20) + 1);
  CHECK(record.fields[1] == "b");
}

}  // namespace ebb
