// Habits counted by hand.
#include "ebb/simulate/habits.hpp"

#include <doctest/doctest.h>

namespace ebb {
namespace {

const Day day = day_from_number(20000);

Day later(int days) {
  return day + std::chrono::days{days};
}

double sum(const PerGrade& chances) {
  return chances[0] + chances[1] + chances[2] + chances[3];
}

TEST_CASE("Without a log the habits are the published ones") {
  const Habits habits = HabitCounter{}.habits();
  CHECK(habits == Habits{});
  CHECK(sum(habits.first) == doctest::Approx(1));
  for (const auto* rows : {&habits.learning, &habits.relearning})
    for (const PerGrade& row : *rows) CHECK(sum(row) == doctest::Approx(1).epsilon(0.001));
}

TEST_CASE("Answers are counted as first ones, learning, reviews and relearning") {
  HabitCounter counter;
  counter.add(1, day, Grade::again, Millis{10000});            // first
  counter.add(1, day, Grade::good, Millis{4000});              // learning, after Again
  counter.add(2, day, Grade::good, Millis{6000});              // first, of another card
  counter.add(1, later(3), Grade::again, Millis{9000});        // a review, forgotten
  counter.add(1, later(3), Grade::hard, Millis{3000});         // relearning, after Again
  counter.add(1, later(9), Grade::easy, Millis{2000});         // a review, remembered
  counter.add(2, later(9), Grade::easy, Millis{0});            // not timed
  counter.add(2, later(20), Grade::good, Millis{21 * 60000});  // a pause, not an answer
  const Habits habits = counter.habits(), usual;
  const double prior = HabitCounter::prior;
  CHECK(habits.answers == 8);
  CHECK(habits.first[0] == doctest::Approx((usual.first[0] * prior + 1) / (prior + 2)));
  CHECK(habits.first[2] == doctest::Approx((usual.first[2] * prior + 1) / (prior + 2)));
  CHECK(habits.learning[0][2] == doctest::Approx((usual.learning[0][2] * prior + 1) / (prior + 1)));
  CHECK(habits.learning[2] == usual.learning[2]);
  CHECK(habits.relearning[0][1] == doctest::Approx((usual.relearning[0][1] * prior + 1) / (prior + 1)));
  CHECK(habits.recalled[0] == doctest::Approx(usual.recalled[0] * prior / (prior + 3)));
  CHECK(habits.recalled[2] == doctest::Approx((usual.recalled[2] * prior + 2) / (prior + 3)));
  CHECK(habits.learning_seconds[2] == doctest::Approx((usual.learning_seconds[2] * prior + 10) / (prior + 2)));
  CHECK(habits.review_seconds[0] == doctest::Approx((usual.review_seconds[0] * prior + 9) / (prior + 1)));
  CHECK(habits.review_seconds[3] == doctest::Approx((usual.review_seconds[3] * prior + 2) / (prior + 1)));
  CHECK(habits.relearning_seconds[1] == doctest::Approx((usual.relearning_seconds[1] * prior + 3) / (prior + 1)));
  CHECK(habits.review_seconds[2] == doctest::Approx(usual.review_seconds[2]));
}

TEST_CASE("Many answers leave nothing of the published habits") {
  HabitCounter counter;
  for (int card = 0; card < 5000; ++card) {
    counter.add(card, day, Grade::good, Millis{5000});
    counter.add(card, later(1 + card % 30), card % 10 == 0 ? Grade::again : Grade::hard, Millis{2000});
  }
  const Habits habits = counter.habits();
  CHECK(habits.first[2] == doctest::Approx(1).epsilon(0.01));
  CHECK(habits.recalled[0] == doctest::Approx(1).epsilon(0.01));
  CHECK(habits.review_seconds[1] == doctest::Approx(2).epsilon(0.05));
}

}  // namespace
}  // namespace ebb
