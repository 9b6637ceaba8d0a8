// Walking UTF-8 one code point at a time, and writing code points back.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ebb {

/// A code point and the bytes it took. An invalid byte gives `value` -1 and `size` 1.
struct CodePoint {
  std::int32_t value = -1;
  std::size_t size = 1;
};

/// The code point that begins at byte `at` (which must be inside the text).
CodePoint code_point_at(std::string_view text, std::size_t at);
/// Appends a valid code point as UTF-8.
void append_utf8(std::string& out, std::int32_t code_point);
/// Whether every byte is below 0x80.
bool is_ascii(std::string_view text);

}  // namespace ebb
