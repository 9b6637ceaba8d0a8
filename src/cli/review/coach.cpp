// From the newest answers to a word on them, or none.
#include "cli/review/coach.hpp"

#include "ebb/stats/coach.hpp"
#include "ebb/store/graded.hpp"

namespace ebb {

std::vector<std::string> coach_lines(Collection& collection) {
  constexpr int newest = 300;
  std::vector<GradedAnswer> answers;
  for (const GradedBefore& one : newest_graded(collection, newest))
    answers.push_back({one.chance, one.quality, one.before == Quality::easy});
  const auto habit = grading_habit(answers);
  if (!habit) return {};
  return {coach_text(*habit, answers)};
}

}  // namespace ebb
