// Building compact JSON, and taking it apart by members.
#include "formats/json/members.hpp"

#include <algorithm>

#include "ebb/text/json_text.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

// Where the string that begins at `at` ends, after its closing quote.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

// Where the member that begins at `at` ends: at a comma or bracket of its own level.
std::size_t end_of_member(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}')) break;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
  }
  return at;
}

}  // namespace

void append_separator(std::string& out) {
  if (out.empty()) return;
  const char last = out.back();
  if (last != '{' && last != '[' && last != ':') out += ',';
}

void append_key(std::string& out, std::string_view key) {
  append_separator(out);
  append_json_text(out, key);
  out += ':';
}

void for_each_member(std::string_view object,
                     const std::function<void(std::string_view key, std::string_view member)>& visit) {
  std::size_t at = 1;
  while (at < object.size() && object[at] == '"') {
    const std::size_t key_end = end_of_string(object, at);
    const std::size_t end = end_of_member(object, key_end);
    visit(object.substr(at + 1, key_end - at - 2), object.substr(at, end - at));
    at = end + 1;
  }
}

std::string_view member_of(std::string_view object, std::string_view name) {
  std::string_view value;
  for_each_member(object, [&](std::string_view key, std::string_view member) {
    if (key == name) value = member.substr(key.size() + 3);
  });
  return value;
}

std::string string_member(std::string_view object, std::string_view name) {
  return text_of_json(member_of(object, name)).value_or("");
}

void add_member(std::string& object, std::string_view name, std::string_view json) {
  if (object.empty()) object = "{}";
  object.pop_back();
  append_key(object, name);
  object += json;
  object += '}';
}

void add_text_member(std::string& object, std::string_view name, std::string_view text) {
  std::string json;
  append_json_text(json, text);
  add_member(object, name, json);
}

}  // namespace ebb
