// A card's schedule as readable arithmetic: what `ebb why` and the key `w` show.
#pragma once
#include <string>
#include <vector>

#include "ebb/core/review.hpp"
#include "ebb/core/scheduler.hpp"

namespace ebb {

/// One answer of a card's life in words and numbers.
struct ExplainedStep {
  Day day;
  Quality quality = Quality::good;
  std::string what;      ///< `first seen`, `third: 6 × 2.36 = 14.16, up`, `drill: changes nothing`
  std::string standing;  ///< what the scheduler goes by afterwards: `ease 2.36`, `stability 12.30, difficulty 5.10`
  Memory after;
  int days_late = 0;     ///< 0 when on time or early
};

/// Explains each answer of one card, oldest first; `memory` is what it began with (new, or imported with a schedule).
std::vector<ExplainedStep> explain(const Scheduler& scheduler, Memory memory, const std::vector<Review>& reviews);
/// The steps as lines for a terminal: a date, the grade, the interval, the due day, the arithmetic, where it stands.
std::vector<std::string> explained_lines(const std::vector<ExplainedStep>& steps);
/// A line a grade: `Good  34 days; ease stays 2.36`, `Hard  8 days; stability 8.12, difficulty 6.30`.
std::vector<std::string> outlook_lines(const Scheduler& scheduler, const Memory& now, const Outlook& outlook, Day day);

}  // namespace ebb
