// Writing JSON on the way out: objects and arrays built as text. No parser, no tree.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/text/json_text.hpp"

namespace ebb {

// `["a","b"]`.
std::string json_texts(const std::vector<std::string>& texts);
// `[…]` of values that are JSON already.
std::string json_array(const std::vector<std::string>& values);
// `{"file":…,"line":…}` needs a number that JSON can hold: null for NaN and infinities.
std::string json_number(double number);

// An object, member by member, in the order given.
class JsonObject {
 public:
  JsonObject& text(std::string_view key, std::string_view value);
  // null when empty: for texts whose absence is spelt as an empty string.
  JsonObject& text_or_null(std::string_view key, std::string_view value);
  JsonObject& number(std::string_view key, std::int64_t value);
  JsonObject& number(std::string_view key, int value) { return number(key, std::int64_t{value}); }
  JsonObject& number(std::string_view key, double value);
  JsonObject& flag(std::string_view key, bool value);
  JsonObject& null(std::string_view key);
  // A value that is JSON already: an array, an object.
  JsonObject& raw(std::string_view key, std::string_view json);
  // The object as text.
  std::string str() const { return body_ + '}'; }

 private:
  std::string body_ = "{";
};

// An object that begins with "schema":1, as every object of the program's output does.
JsonObject json_result();
// Writes an object and a newline to stdout.
void print_json(const JsonObject& object);

}  // namespace ebb
