// The wait after the reveal.
#include "tui/review/grade_guard.hpp"

namespace ebb {
namespace {

constexpr Millis wait{150};

}  // namespace

GradeGuard::GradeGuard(std::function<Millis()> steady) : steady_(std::move(steady)), first_(now()) {}

Millis GradeGuard::now() {
  const Millis now = steady_ ? steady_() : Millis{0};
  if (now != first_) moves_ = true;
  return now;
}

void GradeGuard::shown() {
  since_ = now();
}

bool GradeGuard::lets_through() {
  const Millis at = now();
  if (!moves_ || at - since_ >= wait) return true;
  since_ = at;
  return false;
}

}  // namespace ebb
