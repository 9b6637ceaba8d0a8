// The known word that a misspelt one was meant to be.
#pragma once
#include <span>
#include <string_view>

namespace ebb {

// The word at most two edits away (one for words of up to four letters); empty if none is that close.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

}  // namespace ebb
