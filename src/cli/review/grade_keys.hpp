// What can be typed to grade: numbers and words, for two, four or six keys.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/grade.hpp"

namespace ebb {

struct GradeKey {
  int number = 0;
  std::string_view name;
  Quality quality = Quality::good;
};

// The keys of --grades 2, 4 or 6 in the order they are shown.
std::vector<GradeKey> grade_keys(int grades);
// What a typed number or word grades; nothing if it is no grade. With two keys 3 is Good as well.
std::optional<Quality> grade_typed(std::string_view text, int grades);

}  // namespace ebb
