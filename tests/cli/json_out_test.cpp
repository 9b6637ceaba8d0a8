// JSON as text: valid, lossless, harmless on a terminal.
#include "cli/program/json_out.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace ebb;

TEST_CASE("members stand in the order given") {
  const std::string text = json_result().text("b", "x").number("a", 7).number("c", 2.5).flag("d", true).null("e").str();
  CHECK(text == R"({"schema":1,"b":"x","a":7,"c":2.5,"d":true,"e":null})");
}

TEST_CASE("numbers that JSON does not know are null, and absent texts too") {
  CHECK(json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
  CHECK(json_result().text_or_null("a", "").str() == R"({"schema":1,"a":null})");
}
