// Typed answers: whether one is right, how it differs, and which grade it earns.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/grade.hpp"
#include "ebb/core/parameters.hpp"
#include "ebb/markup/card_text.hpp"

namespace ebb {

/// What does not count as a difference.
struct TypedRules {
  bool fold_case = true;         ///< `paris` is `Paris`
  bool fold_accents = true;      ///< `cafe` is `café`
  bool fold_punctuation = true;  ///< `dont` is `don't`, `a b` is `a, b`
};

/// The rules of a deck that takes some of it strictly.
inline TypedRules typed_rules(const TypedStrictly& strictly) {
  return {!strictly.letter_case, !strictly.accents, !strictly.punctuation};
}

/// What came of a typed answer.
struct Verdict {
  bool right = false;
  bool exact = false;  ///< letter for letter
  Quality proposed = Quality::again;
  std::string typed, expected;          ///< as compared: one line each, safe to print
  std::string difference;               ///< in plain letters: `Ma[-i-]d{+r+}id`; the answer alone if it is exact
  Pieces typed_pieces, expected_pieces; ///< the same, what is too much and what is missing in a tone
};

/// Compares with each accepted answer and judges by the nearest. Right is Good, one slip in five letters or more is
/// Hard, anything else Again.
Verdict judge_typed(std::string_view typed, const std::vector<std::string>& accepted, const TypedRules& rules = {});
/// What came of choosing an option (from 1) of a multiple choice.
Verdict judge_choice(int chosen, int right);

}  // namespace ebb
