// Bytes to clean UTF-8, whatever the size of the pieces.
#include "formats/clean_text.hpp"

#include <doctest/doctest.h>

#include "support/memory_source.hpp"

namespace ebb {
namespace {

std::string all_of(CleanText& text) {
  std::string all;
  while (text.next()) all += text.piece();
  return all;
}

std::string cleaned(const std::string& bytes, bool json, std::size_t piece) {
  MemorySource source(bytes, "x", piece);
  CleanText text(source, json);
  return all_of(text);
}

}  // namespace

TEST_CASE("valid UTF-8 stays as it is across the edges of pieces") {
  std::string bytes;
  for (int i = 0; i < 40'000; ++i) bytes += i % 3 == 0 ? "é" : i % 3 == 1 ? "日" : "🎉";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{5}, std::string::npos}) CHECK(cleaned(bytes, false, piece) == bytes);
}

TEST_CASE("invalid bytes become U+FFFD and are noted once a run, with byte, line and column") {
  MemorySource source("ab\nc\xff\xfe" "d\xe2\x82", "x");
  CleanText text(source);
  CHECK(all_of(text) == "ab\nc\xEF\xBF\xBD\xEF\xBF\xBD" "d\xEF\xBF\xBD\xEF\xBF\xBD");
  REQUIRE(text.bad_spots().size() == 2);
  CHECK(text.bad_spots()[0].byte == 4);
  CHECK(text.bad_spots()[0].place.line == 2);
  CHECK(text.bad_spots()[0].place.column == 2);
  CHECK(text.bad_spots()[1].byte == 7);
}

TEST_CASE("a byte-order mark is skipped and UTF-16 is decoded, also when a pair lies across two pieces") {
  CHECK(cleaned("\xEF\xBB\xBFx", false, 1) == "x");
  std::string little("\xFF\xFE", 2);
  for (int i = 0; i < 20'000; ++i) little += std::string("a\0b\0\x3C\xD8\x89\xDF", 8);
  std::string expected;
  for (int i = 0; i < 20'000; ++i) expected += "ab🎉";
  CHECK(cleaned(little, false, std::string::npos) == expected);
  CHECK(cleaned(little, false, 7) == expected);
}

TEST_CASE("only lone surrogates of JSON escapes are rewritten") {
  CHECK(cleaned(R"(\ud800)", true, 1) == R"(\ufffd)");
  CHECK(cleaned(R"(\udc00x)", true, 1) == R"(\ufffdx)");
  CHECK(cleaned(R"(\ud83c\udf89)", true, 2) == R"(\ud83c\udf89)");
  CHECK(cleaned(R"(\\ud800)", true, 3) == R"(\\ud800)");
  CHECK(cleaned(R"(\ud83c\ud83c\udf89)", true, 4) == R"(\ufffd\ud83c\udf89)");
  CHECK(cleaned(R"(\ud800)", false, 1) == R"(\ud800)");
  CHECK(cleaned(R"(\)", true, 1) == R"(\)");
}

TEST_CASE("an escape across the edge of a piece is still mended") {
  const std::string before(64 * 1024 - 3, 'x');
  CHECK(cleaned(before + R"(\ud800 end)", true, std::string::npos) == before + R"(\ufffd end)");
}

TEST_CASE("places count lines and columns in bytes") {
  MemorySource source("ab\ncd\n\ne", "x");
  CleanText text(source);
  REQUIRE(text.next());
  CHECK(text.place(1).column == 2);
  CHECK(text.place(3).line == 2);
  CHECK(text.place(7).line == 4);
  CHECK(text.place(7).column == 1);
  CHECK(!text.next());
  CHECK(!text.next());
}

}  // namespace ebb
