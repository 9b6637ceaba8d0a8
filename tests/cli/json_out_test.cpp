// JSON as text: valid, lossless, harmless on a terminal.
#include "cli/json_out.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

using namespace ebb;

TEST_CASE("members stand in the order given") {
  const std::string text = json_result().text("b", "x").number("a", 7).number("c", 2.5).flag("d", true).null("e").str();
  CHECK(text == R"({"schema":1,"b":"x","a":7,"c":2.5,"d":true,"e":null})");
}

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

TEST_CASE("numbers that JSON does not know are null, and absent texts too") {
  CHECK(json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
  CHECK(json_result().text_or_null("a", "").str() == R"({"schema":1,"a":null})");
}
