// Clozes as hashcards writes them: [hidden], `\[` for a bracket of the text, `![` for a picture.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "formats/cloze.hpp"

namespace ebb {

// Each [x] is a hole with a number of its own.
Cloze parse_hashcards_cloze(std::string_view text);
// Nothing if hashcards has no way to write it: hints, holes within holes, two holes on one card.
std::optional<std::string> hashcards_cloze(const Cloze& cloze);

}  // namespace ebb
