// LaTeX maths cut into tokens.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace ebb {

struct MathsToken {
  enum class Kind { command, character, open, close, super, sub, column, row, blank, end } kind = Kind::end;
  std::string_view text;   // a command without its backslash; a character whole (a grapheme cluster)
  std::size_t begin = 0, end = 0;  // in the source
};

// The tokens of a source; the last one has the kind `end`. Comments are left out.
std::vector<MathsToken> maths_tokens(std::string_view source);

}  // namespace ebb
