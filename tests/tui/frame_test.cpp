// Rows and the bytes that draw them.
#include "tui/terminal/frame.hpp"

#include <doctest/doctest.h>

#include "markup/indentation.hpp"
#include "tui/terminal/paint.hpp"

namespace ebb {
namespace {

Frame frame_of(std::vector<Row> rows) {
  return {{20, static_cast<int>(rows.size())}, std::move(rows)};
}

}  // namespace

TEST_CASE("rows count cells, not bytes") {
  Row row;
  row.to(2).add("漢字").to(8).add("x");
  CHECK(row.text() == "  漢字  x");
  CHECK(row.cells() == 9);
}

TEST_CASE("text at the right is left out where there is no room") {
  CHECK(Row{}.add("abc").right("xyz", 10).text() == "abc    xyz");
  CHECK(Row{}.add("abcdefg").right("xyz", 10).text() == "abcdefg");
}

TEST_CASE("a row that is too wide is cut") {
  Row row;
  row.add("abc", bold_style).add("defgh");
  row.fit(6, false);
  CHECK(row.text() == "abcde…");
  CHECK(row.cells() == 6);
}

TEST_CASE("tabs indent to the next multiple of four, and only at the beginning of a line") {
  CHECK(indented("\tx\ty\n\t\tz") == "    x\ty\n        z");
  CHECK(indented("  \tx\n    \ty") == "    x\n        y");
  CHECK(indented("x\r\n\ty") == "x\r\n    y");
  CHECK(indented("").empty());
}

TEST_CASE("every row is placed and erased before its text") {
  CHECK(paint(frame_of({Row{}.add("a"), Row{}.add("b", bold_style)}), nullptr, true) ==
        "\x1b[0m\x1b[2J\x1b[1;1H\x1b[2Ka\x1b[2;1H\x1b[2K\x1b[0;1mb\x1b[0m");
}

TEST_CASE("rows that did not change are not drawn again") {
  const Frame before = frame_of({Row{}.add("a"), Row{}.add("b")});
  CHECK(paint(frame_of({Row{}.add("a"), Row{}.add("c")}), &before, true) == "\x1b[2;1H\x1b[2Kc");
  CHECK(paint(before, &before, true).empty());
}

TEST_CASE("a frame of another size is drawn whole") {
  const Frame before = frame_of({Row{}.add("a"), Row{}.add("b")});
  CHECK(paint(frame_of({Row{}.add("a")}), &before, true) == "\x1b[0m\x1b[2J\x1b[1;1H\x1b[2Ka");
}

TEST_CASE("without colour there is bold and dim, and no colour") {
  const Frame frame = frame_of({Row{}.add("1", {true, false, Colour::red})});
  CHECK(paint(frame, nullptr, true).find("\x1b[0;1;31m") != std::string::npos);
  CHECK(paint(frame, nullptr, false).find("\x1b[0;1m1") != std::string::npos);
}

}  // namespace ebb
