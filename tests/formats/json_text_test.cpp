// Quoting, and members of a compact object.
#include "formats/json_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

namespace ebb {

TEST_CASE("a quoted text is what a JSON parser reads back") {
  std::string out;
  append_quoted(out, std::string("a\"b\\c\n\t\x01\x7f\0é/", 13));
  CHECK(nlohmann::json::parse(out).get<std::string>() == std::string("a\"b\\c\n\t\x01\x7f\0é/", 13));
  rc::check("for any ASCII text", [](const std::vector<char>& letters) {
    std::string text;
    for (const char c : letters) text += static_cast<char>(c & 0x7F);
    std::string quoted;
    append_quoted(quoted, text);
    RC_ASSERT(nlohmann::json::parse(quoted).get<std::string>() == text);
  });
}

TEST_CASE("members of an object are found whatever stands in their texts") {
  std::vector<std::string> members;
  for_each_member(R"({"a":"x,}\"","b":[1,{"c":2}],"d":{"e":"]"},"f":null})",
                  [&](std::string_view key, std::string_view member) { members.push_back(std::string(key) + " " + std::string(member)); });
  CHECK(members == std::vector<std::string>{R"(a "a":"x,}\"")", R"(b "b":[1,{"c":2}])", R"(d "d":{"e":"]"})", R"(f "f":null)"});
  for_each_member("", [](std::string_view, std::string_view) { FAIL("no member"); });
  for_each_member("{}", [](std::string_view, std::string_view) { FAIL("no member"); });
}

}  // namespace ebb
