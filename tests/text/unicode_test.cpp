// Validity, normal form, folding, UTF-16 and digits.
#include "ebb/text/unicode.hpp"

#include <doctest/doctest.h>

namespace ebb {

TEST_CASE("the first invalid byte is found") {
  CHECK(first_invalid_utf8("plain and long enough for the fast path") == std::string_view::npos);
  CHECK(first_invalid_utf8("naïve") == std::string_view::npos);
  CHECK(first_invalid_utf8("na\xc3") == 2);
  CHECK(first_invalid_utf8("abc\xe9t") == 3);
  CHECK(first_invalid_utf8("\xc0\xaf") == 0);
  CHECK(first_invalid_utf8("\xed\xa0\x80") == 0);
  CHECK(first_invalid_utf8("") == std::string_view::npos);
}

TEST_CASE("NFC composes, and leaves what is composed") {
  CHECK(to_nfc("e\u0301") == "é");
  CHECK(to_nfc("é") == "é");
  CHECK(to_nfc("漢字") == "漢字");
  CHECK(to_nfc("\u1100\u1161\u11A8") == "각");
  CHECK(to_nfc("가\u11A8") == "각");
  CHECK(to_nfc("か\u3099") == "が");
  CHECK(to_nfc("\u212B") == "Å");
}

TEST_CASE("folding ignores case, accents, width and blanks") {
  CHECK(fold_text("  Hello \n World ") == "hello world");
  CHECK(fold_text("Ünïcode Straße") == "unicode strasse");
  CHECK(fold_text("ＡＢＣ") == "abc");
  CHECK(fold_text("ﬁne") == "fine");
  CHECK(fold_text("a\u00A0b") == "a b");
}

TEST_CASE("folding keeps what is a letter elsewhere") {
  CHECK(fold_text("が") != fold_text("か"));
  CHECK(fold_text("कि") != fold_text("क"));
}

TEST_CASE("UTF-16 is read in both byte orders") {
  CHECK(utf16_to_utf8(std::string_view("\xff\xfe"
                                       "a\0\xe9\0",
                                       6),
                      false) == "aé");
  CHECK(utf16_to_utf8(std::string_view("\0a\0\xe9", 4), true) == "aé");
  CHECK(utf16_to_utf8(std::string_view("\xd8\x3d\xde\x00", 4), true) == "😀");
}

TEST_CASE("broken UTF-16 is marked") {
  CHECK(utf16_to_utf8(std::string_view("\xd8\x3d\0a", 4), true) == "\uFFFDa");
  CHECK(utf16_to_utf8(std::string_view("\xde\x00", 2), true) == "\uFFFD");
  CHECK(utf16_to_utf8(std::string_view("\0a\0", 3), true) == "a\uFFFD");
}

TEST_CASE("a decimal digit of any script has its value") {
  CHECK(decimal_digit(U'3') == 3);
  CHECK(decimal_digit(U'٣') == 3);
  CHECK(decimal_digit(U'３') == 3);
  CHECK(decimal_digit(U'४') == 4);
  CHECK(decimal_digit(U'𝟘') == 0);
  CHECK(decimal_digit(U'𝟟') == 7);
  CHECK_FALSE(decimal_digit(U'x'));
  CHECK_FALSE(decimal_digit(U'½'));
  CHECK_FALSE(decimal_digit(U'三'));
}

}  // namespace ebb
