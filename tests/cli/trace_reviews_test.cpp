// DAY:GRADE pairs.
#include "cli/schedule/trace_reviews.hpp"

#include <doctest/doctest.h>

#include "ebb/core/error.hpp"

using namespace ebb;

namespace {

std::string refusal(const std::string& text, Scale scale = Scale::sm2) {
  try {
    parse_reviews(text, scale);
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::usage);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("pairs are read in both scales") {
  const auto six = parse_reviews("0:5,0:0,7:3", Scale::sm2);
  REQUIRE(six.size() == 3);
  CHECK(six[1].quality == Quality::blackout);
  CHECK(six[2].day == 7);
  CHECK(parse_reviews("3:4", Scale::four).front().quality == Quality::easy);
}

TEST_CASE("a wrong pair is named with its place") {
  CHECK(refusal("0:4,x:3").find("pair 2, `x:3`, has no day") != std::string::npos);
  CHECK(refusal("0:4,1").find("pair 2, `1`, has no colon") != std::string::npos);
  CHECK(refusal("0:6").find("has no grade from 0 to 5") != std::string::npos);
  CHECK(refusal("0:0", Scale::four).find("has no grade from 1 to 4") != std::string::npos);
  CHECK(refusal("7:4,2:4").find("is before day 7") != std::string::npos);
  for (const char* text : {"", ",", "0:4,", "-1:4", "0:4 ", "0:4,,1:4", "0x1:4", "99999999999:4", "1000001:4"})
    CHECK_MESSAGE(!refusal(text).empty(), text);
}
