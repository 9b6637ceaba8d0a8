// The name of a picture's or sound's file: 64 hexadecimal digits of BLAKE2b-256.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

std::string media_hash(std::string_view bytes);

}  // namespace ebb
