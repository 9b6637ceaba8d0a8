// JSON strings: valid, lossless, harmless on a terminal.
#include "ebb/text/json_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

using namespace ebb;

TEST_CASE("every character of the first planes comes back unchanged from a parser") {
  for (char32_t point = 1; point < 0x3000; ++point) {
    std::string text;
    if (point < 0x80) {
      text = {static_cast<char>(point)};
    } else if (point < 0x800) {
      text = {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 0x3F))};
    } else {
      text = {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
              static_cast<char>(0x80 | (point & 0x3F))};
    }
    REQUIRE(nlohmann::json::parse(json_text(text)).get<std::string>() == text);
  }
}

TEST_CASE("what a terminal would act on is written as an escape") {
  CHECK(json_text("\x1b[31m") == R"("\u001b[31m")");
  CHECK(json_text("\xC2\x9B") == R"("\u009b")");
  CHECK(json_text("\xE2\x80\xAE") == R"("\u202e")");
  CHECK(json_text("\"\\\n\t") == R"("\"\\\n\t")");
}

TEST_CASE("invalid UTF-8 becomes the replacement character") {
  for (const char* bytes : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"})
    CHECK(nlohmann::json::parse(json_text(bytes)).get<std::string>().starts_with("\xEF\xBF\xBD"));
}

TEST_CASE("any ASCII text is what a parser reads back") {
  CHECK(rc::check([](const std::vector<char>& letters) {
    std::string text;
    for (const char c : letters) text += static_cast<char>(c & 0x7F);
    RC_ASSERT(nlohmann::json::parse(json_text(text)).get<std::string>() == text);
  }));
}
