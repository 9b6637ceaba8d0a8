// Compares typed answers, and proposes a grade.
#include "ebb/ask/typed.hpp"

#include <utility>

#include "ask/difference.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

constexpr std::size_t letters_for_a_slip = 5;

// One line, in normal form, safe to print, and no longer than anybody types.
std::string compared(std::string_view text) {
  constexpr std::size_t longest = 4000;
  std::string safe = one_line(text.substr(0, longest));
  return first_invalid_utf8(safe) == std::string_view::npos ? to_nfc(safe) : safe;
}

}  // namespace

Verdict judge_typed(std::string_view typed, const std::vector<std::string>& accepted, const TypedRules& rules) {
  Verdict best;
  std::size_t fewest = static_cast<std::size_t>(-1);
  const std::string given = compared(typed);
  for (const std::string& answer : accepted) {
    const std::string expected = compared(answer);
    Difference difference = difference_of(given, expected, rules);
    if (difference.slips >= fewest) continue;
    fewest = difference.slips;
    best.typed = given;
    best.expected = expected;
    best.exact = given == expected;
    best.right = difference.slips == 0;
    best.difference = std::move(difference.merged);
    best.typed_pieces = std::move(difference.typed);
    best.expected_pieces = std::move(difference.expected);
    const bool slip = difference.slips == 1 && difference.length >= letters_for_a_slip;
    best.proposed = best.right ? Quality::good : slip ? Quality::hard : Quality::again;
  }
  return best;
}

Verdict judge_choice(int chosen, int right) {
  Verdict verdict;
  verdict.right = verdict.exact = chosen == right;
  verdict.proposed = verdict.right ? Quality::good : Quality::again;
  return verdict;
}

}  // namespace ebb
