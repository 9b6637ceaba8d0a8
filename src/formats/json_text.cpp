// JSON quoting.
#include "formats/json_text.hpp"

#include <algorithm>

namespace ebb {
namespace {

// The letter of a short escape; 0 if there is none.
char short_escape(char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\t': return 't';
    case '\r': return 'r';
    case '\b': return 'b';
    case '\f': return 'f';
    default: return 0;
  }
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

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

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!needs_escape(c)) continue;
    out += text.substr(from, at - from);
    from = at + 1;
    if (const char letter = short_escape(c); letter != 0) {
      out += '\\';
      out += letter;
    } else {
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[c & 15];
    }
  }
  out += text.substr(from);
  out += '"';
}

void append_separator(std::string& out) {
  if (out.empty()) return;
  const char last = out.back();
  if (last != '{' && last != '[' && last != ':') out += ',';
}

void append_key(std::string& out, std::string_view key) {
  append_separator(out);
  append_quoted(out, key);
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
