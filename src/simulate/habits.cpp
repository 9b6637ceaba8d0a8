// Counting answers, and mixing the counts with the published means.
#include "ebb/simulate/habits.hpp"

namespace ebb {
namespace {

constexpr Millis longest_answer{20 * 60 * 1000};

// Own counts on top of the published chances; the row still adds up to 1.
template <std::size_t N>
void mix_in(std::array<double, N>& chances, const std::array<double, N>& counts) {
  double own = 0;
  for (const double count : counts) own += count;
  if (own <= 0) return;  // the published numbers to the last bit
  const double all = HabitCounter::prior + own;
  for (std::size_t i = 0; i < N; ++i) chances[i] = (chances[i] * HabitCounter::prior + counts[i]) / all;
}

template <typename Times>
void mix_times(PerGrade& seconds, const Times& times) {
  for (std::size_t i = 0; i < seconds.size(); ++i)
    if (times[i].answers > 0)
      seconds[i] = (seconds[i] * HabitCounter::prior + times[i].seconds) / (HabitCounter::prior + times[i].answers);
}

}  // namespace

void HabitCounter::add(std::int64_t card, Day day, Grade grade, Millis took) {
  const std::size_t number = static_cast<std::size_t>(grade) - 1;
  const auto [found, fresh] = seen_.try_emplace(card, Seen{day, day, grade});
  Seen& seen = found->second;
  const bool same_day = !fresh && day <= seen.last;
  const bool first_day = day <= seen.first;
  if (fresh)
    first_[number] += 1;
  else if (same_day && seen.grade != Grade::easy)
    (first_day ? learning_ : relearning_)[static_cast<std::size_t>(seen.grade) - 1][number] += 1;
  else if (!same_day && grade != Grade::again)
    recalled_[number - 1] += 1;
  if (took > Millis{0} && took <= longest_answer) {
    Time& time = (first_day ? learning_time_ : same_day ? relearning_time_ : review_time_)[number];
    time.seconds += static_cast<double>(took.count()) / 1000;
    time.answers += 1;
  }
  seen.last = day;
  seen.grade = grade;
  ++answers_;
}

Habits HabitCounter::habits() const {
  Habits habits;
  mix_in(habits.first, first_);
  mix_in(habits.recalled, recalled_);
  for (std::size_t i = 0; i < 3; ++i) {
    mix_in(habits.learning[i], learning_[i]);
    mix_in(habits.relearning[i], relearning_[i]);
  }
  mix_times(habits.learning_seconds, learning_time_);
  mix_times(habits.review_seconds, review_time_);
  mix_times(habits.relearning_seconds, relearning_time_);
  habits.answers = answers_;
  return habits;
}

}  // namespace ebb
