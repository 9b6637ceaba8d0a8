// Made users with known habits are named; one who grades as they should is told nothing.
#include "ebb/stats/coach.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

using namespace ebb;

namespace {

// A seeded number of 0 to 1.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  double roll() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(state_ >> 11) * 0x1.0p-53;
  }

 private:
  std::uint64_t state_;
};

// What somebody presses who knew the card, or did not.
using Habit = std::function<Quality(bool knew, Dice&)>;

Quality as_they_should(bool knew, Dice& dice) {
  if (!knew) return Quality::again;
  const double roll = dice.roll();
  return roll < 0.08 ? Quality::hard : roll < 0.9 ? Quality::good : Quality::easy;
}

// `truth` turns the foretold chance into the real one; `after_easy` tells whether the last answer was called Easy.
std::vector<GradedAnswer> answers_of(int count, std::uint64_t seed, const Habit& habit,
                                     const std::function<double(double, bool)>& truth = [](double chance, bool) { return chance; }) {
  Dice dice(seed);
  std::vector<GradedAnswer> answers;
  for (int i = 0; i < count; ++i) {
    GradedAnswer answer;
    answer.chance = 0.8 + 0.18 * dice.roll();
    answer.after_easy = dice.roll() < 0.4;
    answer.quality = habit(dice.roll() < truth(answer.chance, answer.after_easy), dice);
    answers.push_back(answer);
  }
  return answers;
}

}  // namespace

TEST_CASE("who calls forgotten cards Hard is told so") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto answers = answers_of(200, seed, [](bool knew, Dice&) { return knew ? Quality::good : Quality::hard; });
    REQUIRE(grading_habit(answers) == GradingHabit::hard_as_fail);
    CHECK(coach_text(GradingHabit::hard_as_fail, answers).find("Hard means remembered with effort") != std::string::npos);
  }
}

TEST_CASE("who calls cards Easy that are then forgotten is told so") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    CHECK(grading_habit(answers_of(300, seed, as_they_should, [](double chance, bool easy) { return easy ? chance - 0.3 : chance; })) ==
          GradingHabit::easy_too_often);
}

TEST_CASE("who forgets far more than the schedule reckons with is told so") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    CHECK(grading_habit(answers_of(200, seed, as_they_should, [](double chance, bool easy) { return easy ? chance : chance - 0.4; })) ==
          GradingHabit::forgets_more);
}

TEST_CASE("who grades as they should is told nothing") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) CHECK(!grading_habit(answers_of(200, seed, as_they_should)));
}

TEST_CASE("fewer than thirty answers say nothing") {
  const auto hard = [](bool, Dice&) { return Quality::hard; };
  CHECK(!grading_habit(answers_of(29, 1, hard)));
  CHECK(grading_habit(answers_of(120, 1, hard)) == GradingHabit::hard_as_fail);
  CHECK(!grading_habit({}));
}
