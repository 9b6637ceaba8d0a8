// The letters of a line as they are compared.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ebb/ask/typed.hpp"

namespace ebb {

struct Letter {
  std::string_view bytes;  // as written
  std::string folded;      // as compared; empty: it does not count
  int weight() const { return folded.empty() ? 0 : 1; }
};

// The views point into `line`.
std::vector<Letter> folded_letters(std::string_view line, const TypedRules& rules);

}  // namespace ebb
