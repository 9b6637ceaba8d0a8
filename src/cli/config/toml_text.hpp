// TOML as a flat list of keys with their places, and changing one value while the rest of the text stays as it is.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// One value of a TOML file.
struct TomlEntry {
  enum class Kind { text, number, flag, list, other };  // a list: of texts and numbers; other: dates, fractions
  std::vector<std::string> levels;  // {"review", "grades"}
  std::vector<std::string> values;  // one; any number of a list; `true` and `false` of a flag; as written of others
  Kind kind = Kind::text;
  int line = 0;
  std::size_t begin = 0, end = 0;  // the bytes of the value

  std::string key() const;  // `review.grades`
};

// The values in the order of the text. Throws Error(Exit::usage) with `name` and the line if it is not TOML.
std::vector<TomlEntry> read_toml(std::string_view text, const std::string& name);

// The text with `levels` set to a value that is written as TOML already; an empty value takes the line out. Comments and
// order stay. Throws Error(Exit::usage) where that cannot be done in place (a table inside braces).
std::string with_toml_value(const std::string& text, const std::vector<std::string>& levels, const std::string& value,
                            const std::string& name);

// `"…"`, with what has to be escaped.
std::string toml_string(std::string_view text);
// A level of a key: bare, or quoted where it must be.
std::string toml_level(std::string_view level);

}  // namespace ebb
