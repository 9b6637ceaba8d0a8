// How somebody grades, told from what their cards should have done and what they did.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "ebb/core/grade.hpp"

namespace ebb {

/// An answer given a day or more after the one before.
struct GradedAnswer {
  double chance = 0;  ///< that it would be remembered, 0..1, by the schedule it had
  Quality quality = Quality::good;
  bool after_easy = false;  ///< the answer before it was Easy
};

/// A habit that costs something.
enum class GradingHabit {
  hard_as_fail,     ///< what was forgotten is called Hard
  easy_too_often,   ///< what is called Easy is forgotten more often than it should be
  forgets_more,     ///< more is forgotten than the schedule reckons with
  remembers_more,   ///< so little is forgotten that cards could come later
};

/// The habit that the answers show most clearly; nothing if they are few (fewer than 30), or show none. A schedule's
/// chance is a model's: only what is far outside chance and large enough to matter is called a habit.
std::optional<GradingHabit> grading_habit(std::span<const GradedAnswer> answers);

/// The habit in two sentences: what the numbers are, and what to do.
std::string coach_text(GradingHabit habit, std::span<const GradedAnswer> answers);

}  // namespace ebb
