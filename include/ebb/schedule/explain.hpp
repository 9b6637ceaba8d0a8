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
  std::string what;    ///< `first seen`, `third: 6 × 2.36 = 14.16, up`, `drill: changes nothing`
  Memory after;
  int days_late = 0;   ///< 0 when on time or early
};

/// Explains each answer of one card, oldest first.
std::vector<ExplainedStep> explain(const Scheduler& scheduler, const std::vector<Review>& reviews);
/// The steps as lines for a terminal: a date, the grade, the arithmetic, the ease, the interval, the due day.
std::vector<std::string> explained_lines(const std::vector<ExplainedStep>& steps);
/// `Answered today:  Again 1 day, ease stays 2.36 · Hard 34 · Good 36 · Easy 37 days`, cut into lines by grade.
std::vector<std::string> outlook_lines(const Memory& now, const Outlook& outlook, Day day);

}  // namespace ebb
