// Plain text stays as it is, and Markdown is read as it is meant.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "ebb/markup/card_text.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

// The pieces of the first row that have a tone, as `tone:text`.
std::string toned(std::string_view text) {
  std::string out;
  for (const Pieces& row : text_rows(card_text(text), 0))
    for (const Piece& piece : row) {
      std::string tone;
      if (piece.tone.strong) tone += "strong ";
      if (piece.tone.emphasis) tone += "emphasis ";
      if (piece.tone.underlined) tone += "link ";
      if (piece.tone.hue == Tone::Hue::code) tone += "code ";
      if (piece.tone.hue == Tone::Hue::hole) tone += "hole ";
      if (!tone.empty()) out += tone + "<" + piece.text + ">";
    }
  return out;
}

}  // namespace

TEST_CASE("text that only looks like Markdown stays as it is") {
  for (const char* text :
       {"2 * 3 * 4", "2*3*4 = 24", "snake_case and other_name", "__init__", "1. one\n1. two\n7. three", "3) three", "- 5", "+ 5",
        "* star", "a\n\n\nb", "  indented\n    more", "Title\n=====", "Title\n-----", "[note]: kept", "&amp; &lt;", "<b>bold</b>",
        "\\d+\\.\\d+", "C:\\temp\\_x", "#include <stdio.h>", "int *p, *q;", "*p = &x; *q = 3;", "f(*args, **kwargs)", "> 5 mm",
        "# comment", "$5 and $10", "echo $HOME/$USER", "US$ 10 or US$ 20", "~/.bashrc", "a | b", "5 > 3 < 7", "x ^ y", "50% * 2",
        "---", "====", "| not a table |", "a*b*c*d", "e.g. `", "*", "**", "_", "[x]", "[x] (y)", "100~200 ~ 300"}) {
    INFO(text);
    CHECK(plain_card_text(text) == text);
  }
}

TEST_CASE("what is marked is shown in a tone and without its marks") {
  CHECK(toned("an *emphasis* here") == "emphasis <emphasis>");
  CHECK(toned("a **strong** word") == "strong <strong>");
  CHECK(toned("`a_b*c*` code") == "code <a_b*c*>");
  CHECK(toned("# Heading") == "strong <Heading>");
  CHECK(toned("[text](https://example.com)") == "link <text>");
  CHECK(plain_card_text("[text](https://example.com)") == "text (https://example.com)");
  CHECK(plain_card_text("![a dog](dog.png)") == "[image: a dog]");
  CHECK(plain_card_text("![](dog.png)") == "[image: dog.png]");
}

TEST_CASE("a hole is shown in its own tone, whatever is marked in it or around it") {
  const auto holed = [](std::string_view text, std::size_t begin, std::size_t end) {
    std::string out;
    for (const Pieces& row : text_rows(card_text(text, {}, {{begin, end}}), 0))
      for (const Piece& piece : row) out += piece.tone.hue == Tone::Hue::hole ? "<" + piece.text + ">" : piece.text;
    return out;
  };
  CHECK(holed("the capital is Rome", 15, 19) == "the capital is <Rome>");
  CHECK(holed("**Rome** it is", 2, 6) == "<Rome> it is");
  CHECK(holed("a hole at $x^2$ here", 10, 15) == "a hole at <x²> here");
  CHECK(holed("outside", 3, 99) == "outside");
}

TEST_CASE("whatever the bytes, rows are safe to print, and none but maths and code is wider than asked for") {
  CHECK(rc::check("rows are safe and fit", [] {
    const auto alphabet = std::string("ab *_`#>-|[]()!$\\{}^&1.\n\t\x1b\xEF\xB7\x90漢é");
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
    const int width = *rc::gen::inRange(1, 40);
    const auto blocks = card_text(text);
    for (const Pieces& row : text_rows(blocks, width)) {
      std::string line;
      for (const Piece& piece : row) line += piece.text;
      RC_ASSERT(screen_text(line) == line);
      RC_ASSERT(line.find('\n') == std::string::npos);
      if (width >= 20) RC_ASSERT(cells(line) <= std::max(width, 20) + 20);
    }
  }));
}

}  // namespace ebb
