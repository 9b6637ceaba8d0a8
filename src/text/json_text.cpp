// JSON quoting. Runs of plain characters are copied whole: most texts are one.
#include "ebb/text/json_text.hpp"

#include <cstdio>

#include "text/code_points.hpp"

namespace ebb {
namespace {

// What a terminal would act on, or show in a misleading order.
bool is_harmful(std::int32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

void append_escape(std::string& out, std::int32_t point) {
  switch (point) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  char escape[16];
  std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(point));
  out += escape;
}

bool plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && plain(text[end])) ++end;
    out += text.substr(at, end - at);
    if (end == text.size()) break;
    const CodePoint point = code_point_at(text, end);
    if (point.value < 0) out += "\xEF\xBF\xBD";
    else if (point.value == '"' || point.value == '\\' || is_harmful(point.value)) append_escape(out, point.value);
    else out += text.substr(end, point.size);
    at = end + point.size;
  }
  out += '"';
}

std::string json_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json_text(out, text);
  return out;
}

}  // namespace ebb
