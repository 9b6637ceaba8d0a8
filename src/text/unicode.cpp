// UTF-8 checks, normal form, folding for comparison, UTF-16, and decimal digits.
#include "ebb/text/unicode.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "text/code_points.hpp"

namespace ebb {
namespace {

// Code points that NFC never changes and that never compose with what is before: no table needed.
bool always_nfc(std::int32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool surely_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!always_nfc(point.value)) return false;
    at += point.size;
  }
  return true;
}

// Accents of Latin, Greek and Cyrillic. Vowel signs of other scripts are letters and stay.
bool accent(std::int32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

std::string folded_ascii(std::string_view text) {
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}

std::string folded_unicode(std::string_view text, bool fold_case, bool fold_accents) {
  const int options_wanted =
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | (fold_case ? UTF8PROC_CASEFOLD : 0);
  const auto options = static_cast<utf8proc_option_t>(options_wanted);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const utf8proc_ssize_t room = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (room <= 0) return std::string(text);
  std::vector<utf8proc_int32_t> points(static_cast<std::size_t>(room));
  utf8proc_decompose(bytes, size, points.data(), room, options);
  if (fold_accents) std::erase_if(points, accent);
  const auto compose = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t left =
      utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()), compose);
  std::string out;
  for (utf8proc_ssize_t at = 0; at < left; ++at) append_utf8(out, points[static_cast<std::size_t>(at)]);
  return out;
}

std::string blanks_joined(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : byte;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  if (is_ascii(text)) return std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text) || surely_nfc(text)) return std::string(text);
  utf8proc_uint8_t* made = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &made, options);
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

std::string fold_text(std::string_view text) {
  return blanks_joined(is_ascii(text) ? folded_ascii(text) : folded_unicode(text, true, true));
}

std::string fold_letters(std::string_view text, bool fold_case, bool fold_accents) {
  if (is_ascii(text)) return fold_case ? folded_ascii(text) : std::string(text);
  return folded_unicode(text, fold_case, fold_accents);
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t index) {
    const auto first = static_cast<unsigned char>(bytes[2 * index]);
    const auto second = static_cast<unsigned char>(bytes[2 * index + 1]);
    return big_endian ? first << 8 | second : second << 8 | first;
  };
  std::string out;
  const std::size_t units = bytes.size() / 2;
  for (std::size_t at = 0; at < units; ++at) {
    std::int32_t c = unit(at);
    if (at == 0 && c == 0xFEFF) continue;
    if (c >= 0xD800 && c <= 0xDBFF && at + 1 < units && unit(at + 1) >= 0xDC00 && unit(at + 1) <= 0xDFFF)
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(++at) - 0xDC00);
    else if (c >= 0xD800 && c <= 0xDFFF)
      c = 0xFFFD;
    append_utf8(out, c);
  }
  if (bytes.size() % 2) append_utf8(out, 0xFFFD);
  return out;
}

std::optional<int> decimal_digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c < 0x660 || c > 0x10FFFF) return {};
  const auto is_digit = [](char32_t at) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(at)) == UTF8PROC_CATEGORY_ND;
  };
  if (!is_digit(c)) return {};
  char32_t zero = c;  // Unicode gives every script its ten digits in a row, so a run of digits begins at a zero
  while (is_digit(zero - 1)) --zero;
  return static_cast<int>((c - zero) % 10);
}

}  // namespace ebb
