// Finding where a JSON value ends without reading it.
#include "store/log/json_members.hpp"

namespace ebb {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The end of a text whose opening quote stands at `at`.
std::size_t text_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '"') return at + 1;
  }
  return text.size();
}

// The end of the value that begins at `at`.
std::size_t value_end(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = text_end(text, at);
      if (depth == 0) return at;
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at + 1;
    ++at;
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view raw_member(std::string_view object, std::string_view key) {
  std::size_t at = after_blanks(object, 1);
  while (at < object.size() && object[at] == '"') {
    const std::size_t name_end = text_end(object, at);
    const std::string_view name = object.substr(at + 1, name_end - at - 2);
    const std::size_t value = after_blanks(object, after_blanks(object, name_end) + 1);  // behind the colon
    const std::size_t end = value_end(object, value);
    if (value >= object.size()) return {};
    if (name == key) return trimmed(object.substr(value, end - value));
    at = after_blanks(object, after_blanks(object, end) + 1);  // behind the comma
  }
  return {};
}

void for_each_element(std::string_view array, const std::function<void(std::string_view)>& visit) {
  std::size_t at = after_blanks(array, 1);
  while (at < array.size() && array[at] != ']') {
    const std::size_t end = value_end(array, at);
    if (end == at) return;
    visit(trimmed(array.substr(at, end - at)));
    at = after_blanks(array, after_blanks(array, end) + 1);
  }
}

}  // namespace ebb
