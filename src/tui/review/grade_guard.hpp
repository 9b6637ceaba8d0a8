// Keeps a key that was meant for the question from grading the answer that has just appeared.
#pragma once
#include <functional>

#include "ebb/core/time.hpp"

namespace ebb {

/// For 150 ms after the answer is shown, grade keys are ignored; each one ignored starts the wait again, so that a held
/// key grades nothing. With a clock that never moves (EBB_NOW) nothing waits.
class GradeGuard {
 public:
  explicit GradeGuard(std::function<Millis()> steady);
  /// The answer was shown, or more of it.
  void shown();
  /// Whether a grade key counts now.
  bool lets_through();
  /// The clock, for how long an answer takes.
  Millis now();

 private:
  std::function<Millis()> steady_;
  Millis first_{0}, since_{0};
  bool moves_ = false;
};

}  // namespace ebb
