// Words as they have to be typed into a shell.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// The word, quoted if a shell would take it apart: `my deck.csv` becomes `'my deck.csv'`.
std::string shell_word(std::string_view word);

}  // namespace ebb
