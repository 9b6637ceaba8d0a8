// Untrusted text made safe to print: whatever a terminal could obey becomes a visible token.
#include "ebb/text/screen_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>

#include "text/code_points.hpp"

namespace ebb {
namespace {

constexpr int most_marks = 8;  // more combining marks than any script needs in one cell

bool plain(char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n';
}

// Code points that reorder, hide or end lines without being seen.
bool invisible_control(std::int32_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x206F) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool noncharacter(std::int32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

// Takes no cell of its own: a combining mark, a joiner, a variation selector.
bool takes_no_cell(std::int32_t c) {
  const utf8proc_category_t category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF;
}

void append_token(std::string& out, std::int32_t c) {
  char token[16];
  const int size = std::snprintf(token, sizeof token, "<U+%04X>", static_cast<unsigned>(c));
  out.append(token, static_cast<std::size_t>(size));
}

void append_control(std::string& out, std::int32_t c) {
  out += '^';
  out += static_cast<char>(c ^ 0x40);
}

// Appends what stands for the code point; returns whether it sits in the cell before.
bool append_safe(std::string& out, std::int32_t c, int marks) {
  if (c < 0 || noncharacter(c)) {
    append_utf8(out, 0xFFFD);
  } else if (c == '\n' || (c >= 0x20 && c < 0x7F)) {
    out += static_cast<char>(c);
  } else if (c == '\t') {
    out += ' ';
  } else if (c < 0x20 || c == 0x7F) {
    append_control(out, c);
  } else if (invisible_control(c)) {
    append_token(out, c);
  } else if (takes_no_cell(c)) {
    if (marks < most_marks) append_utf8(out, c);
    return true;
  } else {
    append_utf8(out, c);
  }
  return false;
}

}  // namespace

std::string screen_text(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  int marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "\r\n") ++at;
    const CodePoint point = code_point_at(text, at);
    marks = append_safe(out, point.value, marks) ? marks + 1 : 0;
    at += point.size;
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char byte : screen_text(text)) {
    const bool blank = byte == ' ' || byte == '\n';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : byte;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace ebb
