// Two lines letter by letter: what one has that the other has not.
#pragma once
#include <string>
#include <string_view>

#include "ebb/ask/typed.hpp"

namespace ebb {

struct Difference {
  Pieces typed, expected;  // `wrong`: too much; `right`: missing
  std::string merged;      // both in one line: `[-too much-]{+missing+}`
  std::size_t slips = 0;   // letters to change, add, leave out or swap; those that the rules fold do not count
  std::size_t length = 0;  // letters that count in what was expected
};

Difference difference_of(std::string_view typed, std::string_view expected, const TypedRules& rules);

}  // namespace ebb
