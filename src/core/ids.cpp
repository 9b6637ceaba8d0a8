// The hexadecimal spelling of guids.
#include "ebb/core/ids.hpp"

namespace ebb {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string hex(const Guid& guid) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(32);
  for (const std::uint8_t byte : guid.bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::optional<Guid> guid_from_hex(std::string_view text) {
  if (text.size() != 32) return {};
  Guid guid;
  for (std::size_t i = 0; i < 16; ++i) {
    const int high = digit(text[2 * i]), low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return {};
    guid.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return guid;
}

}  // namespace ebb
