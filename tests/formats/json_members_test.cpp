// Members of a compact object.
#include "formats/json/members.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace ebb {

TEST_CASE("members of an object are found whatever stands in their texts") {
  std::vector<std::string> members;
  for_each_member(R"({"a":"x,}\"","b":[1,{"c":2}],"d":{"e":"]"},"f":null})",
                  [&](std::string_view key, std::string_view member) { members.push_back(std::string(key) + " " + std::string(member)); });
  CHECK(members == std::vector<std::string>{R"(a "a":"x,}\"")", R"(b "b":[1,{"c":2}])", R"(d "d":{"e":"]"})", R"(f "f":null)"});
  for_each_member("", [](std::string_view, std::string_view) { FAIL("no member"); });
  for_each_member("{}", [](std::string_view, std::string_view) { FAIL("no member"); });
}

}  // namespace ebb
