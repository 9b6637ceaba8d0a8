// The deck that comes with the program, compiled in so that it is there wherever the program is.
#pragma once
#include <memory>
#include <string_view>

#include "ebb/core/byte_source.hpp"

namespace ebb {

// The file of data/decks, byte for byte.
extern const std::string_view bundled_deck;
// The same, to be read.
std::unique_ptr<ByteSource> bundled_deck_source();

}  // namespace ebb
