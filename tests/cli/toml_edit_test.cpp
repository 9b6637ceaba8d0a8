// Setting a value in a TOML text leaves everything else as it was.
#include <doctest/doctest.h>

#include <random>

#include "cli/config/toml_text.hpp"
#include "ebb/core/error.hpp"

using ebb::read_toml;
using ebb::toml_string;
using ebb::with_toml_value;

namespace {

std::string value_in(const std::string& text, const std::string& key) {
  for (const ebb::TomlEntry& entry : read_toml(text, "t"))
    if (entry.key() == key) return entry.values.empty() ? "" : entry.values.front();
  return "none";
}

}  // namespace

TEST_CASE("a value is replaced where it stands") {
  CHECK(with_toml_value("# c\n[a]\nb = 1 # d\nc = 'x'\n", {"a", "b"}, "22", "t") == "# c\n[a]\nb = 22 # d\nc = 'x'\n");
  CHECK(with_toml_value("a.b = \"é日\" # d", {"a", "b"}, "\"\"", "t") == "a.b = \"\" # d");
  CHECK(with_toml_value("a = { b = 1, c = 2 }\n", {"a", "c"}, "3", "t") == "a = { b = 1, c = 3 }\n");
  CHECK(with_toml_value("a = [\n 1, # one\n 2\n]\nb = 1\n", {"a"}, "[]", "t") == "a = []\nb = 1\n");
  CHECK(with_toml_value("a = \"\"\"\nx\n\"\"\"\r\nb = 1\r\n", {"a"}, "1", "t") == "a = 1\r\nb = 1\r\n");
}

TEST_CASE("a new value comes below the others of its table, in a new table, or before the first") {
  CHECK(with_toml_value("[a]\nb = 1\n\n[c]\nd = 1\n", {"a", "x"}, "2", "t") == "[a]\nb = 1\nx = 2\n\n[c]\nd = 1\n");
  CHECK(with_toml_value("[a]\nb = 1", {"c", "d"}, "2", "t") == "[a]\nb = 1\n\n[c]\nd = 2\n");
  CHECK(with_toml_value("# top\n\n[a]\nb = 1\n", {"x"}, "2", "t") == "# top\n\nx = 2\n\n[a]\nb = 1\n");
  CHECK(with_toml_value("", {"x"}, "2", "t") == "x = 2\n");
  CHECK(with_toml_value("[a] # empty\n", {"a", "x"}, "2", "t") == "[a] # empty\nx = 2\n");
  CHECK(with_toml_value("", {"set", "my set", "filter"}, "\"x\"", "t") == "[set.\"my set\"]\nfilter = \"x\"\n");
}

TEST_CASE("a value is taken out with its line") {
  CHECK(with_toml_value("[a]\nb = 1 # d\nc = 2\n", {"a", "b"}, "", "t") == "[a]\nc = 2\n");
  CHECK(with_toml_value("b = 1", {"b"}, "", "t").empty());
  CHECK(with_toml_value("b = 1\n", {"x"}, "", "t") == "b = 1\n");
}

TEST_CASE("what cannot be changed in place is refused") {
  CHECK_THROWS_AS(with_toml_value("a = { b = 1 }\n", {"a", "x"}, "2", "t"), ebb::Error);
  CHECK_THROWS_AS(with_toml_value("a = { b = 1, c = 2 }\n", {"a", "b"}, "", "t"), ebb::Error);
  CHECK_THROWS_AS(with_toml_value("a = 1\n", {"a", "x"}, "2", "t"), ebb::Error);
  CHECK_THROWS_AS(with_toml_value("a = \n", {"a"}, "2", "t"), ebb::Error);
}

TEST_CASE("any text and any key can be written and read back") {
  std::mt19937 luck(7);
  const std::string letters = "ab.\"\\ \n\t=#[]'\x7f\x01é日";
  const auto random_text = [&] {
    std::string text;
    for (auto length = luck() % 6; length > 0; --length) text += letters[luck() % (letters.size() - 5)];
    return text + (luck() % 3 == 0 ? "é日" : "");
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string value = random_text(), level = random_text() + "k";
    const std::string text = with_toml_value("# c\n[other]\nx = 1\n", {"t", level}, toml_string(value), "t");
    CHECK(value_in(text, "t." + level) == value);
    CHECK(value_in(text, "other.x") == "1");
  }
}

TEST_CASE("a table without a name is refused with its line, and nothing crashes") {
  for (const char* text : {"[.x]", "a = 1\n [ = ]\n", "[[#]]", "[\xC3\xA9]"})
    CHECK_THROWS_WITH_AS(read_toml(text, "f"), doctest::Contains("no name of a table"), ebb::Error);
  for (const char* text : {"[", "[[", "[]"}) CHECK_THROWS_AS(read_toml(text, "f"), ebb::Error);
  CHECK(read_toml("[a]\nb = [\n[1],\n[\"x\"]]\n", "f").size() == 1);
}
