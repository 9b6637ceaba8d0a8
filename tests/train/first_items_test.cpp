// Outliers, first stabilities, and the weights of items.
#include "train/first_items.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "train/first_stability.hpp"
#include "train/training_set.hpp"

using namespace ebb;

namespace {

// `count` cards that began with a grade and came back after so many days, `recalled` of them with success.
void add_cards(AnswerLog& log, std::uint64_t& card, Grade first, int days, int count, int recalled) {
  for (int i = 0; i < count; ++i, ++card) {
    log.add(card, 0, first);
    log.add(card, days, i < recalled ? Grade::good : Grade::again);
  }
}

Kept kept_of(const AnswerLog& log) {
  return without_outliers(histories_of(log, log.size()));
}

}  // namespace

TEST_CASE("rare first waits are left out until twenty cards are, then those below six or beyond a hundred days") {
  AnswerLog log;
  std::uint64_t card = 0;
  add_cards(log, card, Grade::good, 2, 5, 5);      // 0 removed so far: gone (5)
  add_cards(log, card, Grade::good, 9, 5, 5);      // the same size, longer: goes first (10 in all)
  add_cards(log, card, Grade::good, 3, 9, 9);      // 10 + 9 < 20: gone
  add_cards(log, card, Grade::good, 4, 10, 8);     // 19 + 10 >= 20: kept
  add_cards(log, card, Grade::good, 150, 40, 8);   // beyond 100 days: gone
  add_cards(log, card, Grade::easy, 150, 40, 30);  // within 365 days after Easy: kept
  const Kept kept = kept_of(log);
  REQUIRE(kept.groups[2].size() == 1);
  CHECK(kept.groups[2][0].days == 4);
  CHECK(kept.groups[2][0].count == 10);
  CHECK(kept.groups[2][0].recalled == 8);
  REQUIRE(kept.groups[3].size() == 1);
  CHECK(kept.groups[3][0].days == 150);
  CHECK_FALSE(kept.cards[0]);
  CHECK(kept.cards[19]);        // the first that waited four days
  CHECK_FALSE(kept.cards[29]);  // 150 days after Good
  CHECK(kept.cards[69]);        // 150 days after Easy
}

TEST_CASE("after the first twenty, a small group stays only with six cards") {
  AnswerLog log;
  std::uint64_t card = 0;
  for (int days = 11; days <= 14; ++days) add_cards(log, card, Grade::again, days, 5, 2);
  add_cards(log, card, Grade::again, 1, 100, 60);
  const Kept kept = kept_of(log);  // 15 are gone; the fourth five would make 20, and is too small to keep
  REQUIRE(kept.groups[0].size() == 1);
  CHECK(kept.groups[0][0].days == 1);
}

TEST_CASE("a card's later items go with its first wait") {
  AnswerLog log;
  std::uint64_t card = 0;
  add_cards(log, card, Grade::good, 3, 100, 90);
  add_cards(log, card, Grade::good, 50, 2, 2);
  for (std::uint64_t late = 0; late < 102; ++late) log.add(late, 60, Grade::good);
  const TrainingSet set = training_set(histories_of(log, log.size()));
  CHECK(set.items == 204);
  CHECK(set.used == 200);
  CHECK(set.first_items == 100);
  CHECK(set.weights[log.size() - 1] == 0);  // of the last card, an outlier
}

TEST_CASE("same-day answers are no items, and do not hide the first wait") {
  AnswerLog log;
  for (std::uint64_t card = 0; card < 30; ++card) {
    log.add(card, 0, Grade::again);
    log.add(card, 0, Grade::good);
    log.add(card, 3, Grade::good);
  }
  const TrainingSet set = training_set(histories_of(log, log.size()));
  CHECK(set.items == 30);
  CHECK(set.counts[0] == 30);  // by the first grade of all, Again
}

TEST_CASE("weights of items rise from a quarter to one with the third power of age") {
  AnswerLog log;
  for (std::uint64_t card = 0; card < 101; ++card) log.add(card, 0, Grade::good);
  for (std::uint64_t card = 0; card < 101; ++card) log.add(card, 3, Grade::good);
  const TrainingSet set = training_set(histories_of(log, log.size()));
  CHECK(set.weights[0] == 0);
  CHECK(set.weights[101] == doctest::Approx(0.25));
  CHECK(set.weights[151] == doctest::Approx(0.25 + 0.75 / 8));
  CHECK(set.weights[201] == doctest::Approx(1));
}

TEST_CASE("a first stability is where the loss of its waits is least") {
  // The published case: see tests of fsrs-rs 6.6.2 for the same numbers.
  const std::vector<FirstGroup> groups{{1, 435, 377}, {2, 97, 88}, {3, 63, 46}, {4, 38, 29}, {5, 28, 19}};
  const double fitted = fitted_stability(groups, 0, 0.94302857);
  CHECK(fitted == doctest::Approx(0.7355089).epsilon(1e-4));
}

TEST_CASE("few cards leave a first stability at the published one, all or none recalled do not run away") {
  CHECK(fitted_stability({}, 2, 0.9) == 0);
  const double always = fitted_stability({{5, 1000, 1000}}, 2, 1.0);
  CHECK(always == doctest::Approx(100));
  const double never = fitted_stability({{5, 1000, 0}}, 2, 0.0);
  CHECK(never == doctest::Approx(0.001).epsilon(0.01));
}

TEST_CASE("first stabilities rise with the grade, and the larger count wins") {
  const FirstStabilities up = smoothed({3, 1, 5, 9}, {10, 20, 30, 40});
  CHECK(up == FirstStabilities{1, 1, 5, 9});
  const FirstStabilities down = smoothed({3, 1, 5, 9}, {20, 10, 30, 40});
  CHECK(down == FirstStabilities{3, 3, 5, 9});
}

TEST_CASE("missing first stabilities are filled in between and beyond the others") {
  // The published cases of fsrs-rs 6.6.2.
  const FirstStabilities between = smoothed({0.4, 0, 2.3, 10.9}, {1, 0, 1, 1});
  CHECK(between[1] == doctest::Approx(1.1227008).epsilon(1e-6));
  const FirstStabilities one = smoothed({0, 0.35, 0, 0}, {0, 1, 0, 0});
  CHECK(one[0] == doctest::Approx(0.05738148).epsilon(1e-5));
  CHECK(one[2] == doctest::Approx(0.6242943).epsilon(1e-5));
  CHECK(one[3] == doctest::Approx(2.2453482).epsilon(1e-5));
  const FirstStabilities ends = smoothed({0.5, 0, 0, 20}, {5, 0, 0, 5});
  CHECK(ends[1] > 0.5);
  CHECK(ends[2] > ends[1]);
  CHECK(ends[2] < 20);
  // Hard lies 0.41 of the way (in logarithms) towards Again from Good; Good 0.54 towards Easy from Hard.
  CHECK(std::log(ends[1]) == doctest::Approx(0.41 * std::log(0.5) + 0.59 * std::log(ends[2])));
  CHECK(std::log(ends[2]) == doctest::Approx(0.46 * std::log(ends[1]) + 0.54 * std::log(20.0)));
}
