// What `ebb trace --reviews` is given: `0:4,1:4,7:3`.
#pragma once
#include <string>
#include <vector>

#include "ebb/core/grade.hpp"

namespace ebb {

// The numbers that a grade is written in: SM-2's 0-5, or the four keys 1-4.
enum class Scale { sm2, four };

struct TracedReview {
  int day = 0;
  int grade = 0;  // as it was given
  Quality quality = Quality::good;
};

// Reads DAY:GRADE pairs. Throws Error(Exit::usage) that names the pair that is wrong.
std::vector<TracedReview> parse_reviews(const std::string& text, Scale scale);

}  // namespace ebb
