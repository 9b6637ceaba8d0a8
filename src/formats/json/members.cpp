// Building compact JSON, and taking it apart by members.
#include "formats/json/members.hpp"

#include <algorithm>

#include "ebb/text/json_text.hpp"

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

}  // namespace ebb
