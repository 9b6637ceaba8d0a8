// How somebody answers: which grades, and how long each takes. Learnt from a log; where it is short, published means.
#pragma once
#include <array>
#include <cstdint>
#include <map>

#include "ebb/core/grade.hpp"
#include "ebb/core/time.hpp"

namespace ebb {

/// Four numbers, one a grade: Again, Hard, Good, Easy.
using PerGrade = std::array<double, 4>;

/// How somebody answers. Each row of chances adds up to 1. The defaults are those of the crate `fsrs` 6.6.2, means over
/// the users of the published benchmark (docs/simulation.md).
struct Habits {
  PerGrade first{0.24, 0.094, 0.495, 0.171};            ///< the first answer of a card's life
  std::array<double, 3> recalled{0.224, 0.631, 0.145};  ///< Hard, Good, Easy of a card that was remembered
  /// The next answer of the same day after Again, Hard, Good: on the first day of a card's life, …
  std::array<PerGrade, 3> learning{
      {{0.3686, 0.0628, 0.5108, 0.0577}, {0.0442, 0.4553, 0.4457, 0.0549}, {0.0519, 0.047, 0.8462, 0.055}}};
  /// … and on any later day.
  std::array<PerGrade, 3> relearning{
      {{0.2157, 0.0643, 0.6595, 0.0604}, {0.05, 0.4638, 0.4475, 0.0387}, {0.1057, 0.1434, 0.7266, 0.0244}}};
  PerGrade learning_seconds{19.58, 18.79, 13.78, 10.71};   ///< an answer on the first day
  PerGrade review_seconds{19.38, 17.59, 12.38, 8.94};      ///< the first answer of a later day
  PerGrade relearning_seconds{16.44, 15.25, 12.32, 8.03};  ///< the further answers of that day
  std::int64_t answers = 0;                                ///< how many answers they were learnt from
  bool operator==(const Habits&) const = default;
};

/// Learns habits from answers. Each published number counts like `prior` answers of one's own, so that few answers move
/// it little and many leave nothing of it.
class HabitCounter {
 public:
  static constexpr double prior = 25;
  /// One live answer, in the order of a card's life; `took` 0: not known. More than 20 minutes counts as not known.
  void add(std::int64_t card, Day day, Grade grade, Millis took);
  /// What the answers so far come to.
  Habits habits() const;

 private:
  struct Seen {
    Day first, last;
    Grade grade = Grade::again;
  };
  struct Time {
    double seconds = 0, answers = 0;
  };
  std::map<std::int64_t, Seen> seen_;
  PerGrade first_{};
  std::array<double, 3> recalled_{};
  std::array<PerGrade, 3> learning_{}, relearning_{};
  std::array<Time, 4> learning_time_{}, review_time_{}, relearning_time_{};
  std::int64_t answers_ = 0;
};

}  // namespace ebb
