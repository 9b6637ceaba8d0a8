// What a key of text writes.
#pragma once
#include <string>

#include "tui/terminal/key.hpp"

namespace ebb {

/// The character in UTF-8, safe to print.
std::string key_text(const Key& key);

}  // namespace ebb
