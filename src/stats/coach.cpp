// Counts foretold against counts given, in standard deviations; and the sentences.
#include "ebb/stats/coach.hpp"

#include <cmath>

namespace ebb {
namespace {

constexpr int enough = 30;
constexpr double far = 3;  // standard deviations that chance alone hardly ever reaches

// So many of something, and how many were foretold.
struct Tally {
  int n = 0, failed = 0, hard = 0, easy = 0;
  double foretold = 0, variance = 0;  // failures
  void add(const GradedAnswer& answer) {
    ++n;
    failed += ebb::failed(answer.quality);
    hard += answer.quality == Quality::hard;
    easy += answer.quality == Quality::easy;
    foretold += 1 - answer.chance;
    variance += answer.chance * (1 - answer.chance);
  }
  // How far `count` failures are above what was foretold, in standard deviations.
  double above(int count) const { return (count - foretold) / std::sqrt(variance + 0.25); }
  double share(double count) const { return n > 0 ? count / n : 0; }
};

Tally sum_of(std::span<const GradedAnswer> answers, bool only_after_easy) {
  Tally tally;
  for (const GradedAnswer& answer : answers)
    if (!only_after_easy || answer.after_easy) tally.add(answer);
  return tally;
}

std::string percent(double share) {
  return std::to_string(std::lround(100 * share)) + " %";
}

}  // namespace

std::optional<GradingHabit> grading_habit(std::span<const GradedAnswer> answers) {
  constexpr double matters = 0.05;  // a difference in recall that changes how much there is to do
  const Tally all = sum_of(answers, false), easy = sum_of(answers, true);
  if (all.n < enough) return {};
  // Hardly an Again where failures were due, and as many Hards as there should have been failures.
  const bool too_few_failures = all.above(all.failed) < -far;
  const bool hards_instead = all.hard > 3 * all.failed && all.hard >= all.foretold / 2 && all.share(all.hard) >= matters;
  if (too_few_failures && hards_instead) return GradingHabit::hard_as_fail;
  if (easy.n >= enough && easy.above(easy.failed) > far && easy.share(easy.failed - easy.foretold) >= matters)
    return GradingHabit::easy_too_often;
  if (all.above(all.failed) > far && all.share(all.failed - all.foretold) >= matters) return GradingHabit::forgets_more;
  if (too_few_failures && all.share(all.foretold - all.failed) >= matters) return GradingHabit::remembers_more;
  return {};
}

std::string coach_text(GradingHabit habit, std::span<const GradedAnswer> answers) {
  const Tally all = sum_of(answers, false), easy = sum_of(answers, true);
  const std::string of = " of your last " + std::to_string(all.n) + " reviews";
  switch (habit) {
    case GradingHabit::hard_as_fail:
      return "You called " + percent(all.share(all.hard)) + of + " Hard and " + percent(all.share(all.failed)) +
             " Again, where about " + percent(all.share(all.foretold)) +
             " should have been forgotten. Hard means remembered with effort: what was forgotten is Again.";
    case GradingHabit::easy_too_often:
      return "After Easy you forgot " + percent(easy.share(easy.failed)) + ", where " + percent(easy.share(easy.foretold)) +
             " were foretold. Keep Easy for what you know at once, and will.";
    case GradingHabit::forgets_more:
      return "You remembered " + percent(1 - all.share(all.failed)) + of + ", where " + percent(1 - all.share(all.foretold)) +
             " were foretold. Your cards come too late for you: ebb optimize fits FSRS to your log.";
    case GradingHabit::remembers_more:
      return "You remembered " + percent(1 - all.share(all.failed)) + of + ", where " + percent(1 - all.share(all.foretold)) +
             " were foretold. Your cards could come later: ebb optimize fits FSRS to your log.";
  }
  return {};
}

}  // namespace ebb
