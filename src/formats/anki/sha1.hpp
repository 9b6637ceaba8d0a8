// SHA-1: Anki's checksum of a note's first field. Not for anything that must be safe from forgery.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ebb {

std::array<std::uint32_t, 5> sha1(std::string_view bytes);
// 40 lower-case hexadecimal digits.
std::string sha1_hex(std::string_view bytes);

}  // namespace ebb
