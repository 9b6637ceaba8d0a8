// The two scales of grades and the way between them (sm2.md, "4 buttons -> q").
#include "ebb/core/grade.hpp"

namespace ebb {

Quality quality_of(Grade grade) { return static_cast<Quality>(static_cast<int>(grade) + 1); }

Grade grade_of(Quality quality) {
  if (failed(quality)) return Grade::again;
  return static_cast<Grade>(static_cast<int>(quality) - 1);
}

std::string_view name_of(Grade grade) {
  switch (grade) {
    case Grade::again: return "Again";
    case Grade::hard: return "Hard";
    case Grade::good: return "Good";
    case Grade::easy: return "Easy";
  }
  return "";
}

std::optional<Quality> quality_from(int number) {
  if (number < 0 || number > 5) return {};
  return static_cast<Quality>(number);
}

std::optional<Grade> grade_from(int number) {
  if (number < 1 || number > 4) return {};
  return static_cast<Grade>(number);
}

}  // namespace ebb
