// Untrusted text never reaches a terminal alive.
#include "ebb/text/screen_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "ebb/text/unicode.hpp"
#include "text/code_points.hpp"
#include "text/random_text.hpp"

namespace ebb {
namespace {

// An independent list of what must not be left: no table of the code under test is used.
bool has_live_control(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::int32_t c = point.value;
    const bool c0 = c < 0x20 && c != '\n';
    const bool c1 = c >= 0x7F && c <= 0x9F;
    const bool bidi =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C;
    if (c0 || c1 || bidi || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F)) return true;
    at += point.size;
  }
  return false;
}

}  // namespace

TEST_CASE("plain text passes unchanged") {
  CHECK(screen_text("A few advantages:\n\n1) It can") == "A few advantages:\n\n1) It can");
  CHECK(screen_text("function’s naïve 漢字 שלום") == "function’s naïve 漢字 שלום");
  CHECK(screen_text("👨‍👩‍👧‍👦 🇩🇪 ❤️") == "👨‍👩‍👧‍👦 🇩🇪 ❤️");
}

TEST_CASE("escape sequences become visible") {
  CHECK(screen_text("\x1b[31mred") == "^[[31mred");
  CHECK(screen_text("\x1b]0;title\x07") == "^[]0;title^G");
  CHECK(screen_text(std::string_view("a\0b", 3)) == "a^@b");
  CHECK(screen_text("a\x7f") == "a^?");
}

TEST_CASE("the one-byte forms of C1 become visible, in Unicode and as raw bytes") {
  CHECK(screen_text("\xc2\x9b"
                    "31m") == "<U+009B>31m");
  CHECK(screen_text("\x9b"
                    "31m") == "\uFFFD31m");
}

TEST_CASE("line ends of all kinds become newlines or tokens") {
  CHECK(screen_text("a\r\nb") == "a\nb");
  CHECK(screen_text("a\rb") == "a^Mb");
  CHECK(screen_text("a\tb") == "a b");
  CHECK(screen_text("a\u2028b") == "a<U+2028>b");
}

TEST_CASE("bidi controls and tag characters become visible") {
  CHECK(screen_text("\u202Etxt.exe") == "<U+202E>txt.exe");
  CHECK(screen_text("\u2066a\u2069") == "<U+2066>a<U+2069>");
  CHECK(screen_text("\U000E0041") == "<U+E0041>");
}

TEST_CASE("invalid UTF-8 becomes one mark a byte") {
  CHECK(screen_text("a\xff\xfe"
                    "b") == "a\uFFFD\uFFFDb");
  CHECK(screen_text("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a cell holds at most eight combining marks") {
  std::string zalgo = "e", expected = "e";
  for (int i = 0; i < 30; ++i) zalgo += "\u0301";
  for (int i = 0; i < 8; ++i) expected += "\u0301";
  CHECK(screen_text(zalgo + "x") == expected + "x");
}

TEST_CASE("one line has no newline and no run of blanks") {
  CHECK(one_line("  a \n\n b\tc  ") == "a b c");
  CHECK(one_line("\n") == "");
}

TEST_CASE("no code point of any plane stays a live control") {
  for (std::int32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    if (has_live_control(screen_text(text))) FAIL("U+", c);
  }
}

TEST_CASE("any bytes: valid, without a live control, and the same when done again") {
  CHECK(rc::check([] {
    const std::string safe = screen_text(*test::hostile_text());
    RC_ASSERT(first_invalid_utf8(safe) == std::string_view::npos);
    RC_ASSERT(!has_live_control(safe));
    RC_ASSERT(screen_text(safe) == safe);
    RC_ASSERT(one_line(safe).find('\n') == std::string::npos);
    RC_ASSERT(one_line(one_line(safe)) == one_line(safe));
  }));
}

}  // namespace ebb
