// Balancing, easy days and exams, over months of a daily learner.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "simulate/learner.hpp"

namespace ebb {
namespace {

Parameters fsrs() {
  Parameters parameters;
  parameters.scheduler = "fsrs";
  return parameters;
}

Learner lived(const Parameters& parameters, int begun, int fresh, int days, std::uint64_t seed) {
  Learner learner(parameters, begun, seed);
  for (int day = 0; day < days; ++day) learner.live(fresh);
  return learner;
}

// Of the cards a day, around the mean of the two weeks about it: the growth of a collection is no unevenness.
double variance(const std::vector<int>& reviews, std::size_t from) {
  double sum = 0;
  int days = 0;
  for (std::size_t day = from; day + 7 < reviews.size(); ++day, ++days) {
    const double mean = std::accumulate(&reviews[day - 7], &reviews[day + 7] + 1, 0.0) / 15;
    sum += (reviews[day] - mean) * (reviews[day] - mean);
  }
  return sum / days;
}

double share(const Learner& learner, std::size_t weekday) {
  const auto& weekdays = learner.weekdays();
  return learner.weekdays()[weekday] / (std::accumulate(weekdays.begin(), weekdays.end(), 0.0) / 7);
}

TEST_CASE(
    "Balancing takes 30 % and more of the variance of a day's cards away, and leaves the mean interval within 1 %") {
  Parameters parameters = fsrs();
  for (const int fresh : {0, 10})
    for (const std::uint64_t seed : {1U, 2U}) {
      CAPTURE(fresh);
      CAPTURE(seed);
      parameters.balance = false;
      const Learner spread = lived(parameters, 1500, fresh, 240, seed);
      parameters.balance = true;
      const Learner balanced = lived(parameters, 1500, fresh, 240, seed);
      CHECK(variance(balanced.reviews(), 40) < 0.7 * variance(spread.reviews(), 40));
      CHECK(balanced.chosen() / balanced.own() == doctest::Approx(1).epsilon(0.01));
      CHECK(balanced.chosen() / balanced.own() == doctest::Approx(spread.chosen() / spread.own()).epsilon(0.01));
    }
}

TEST_CASE("A weekday gets its share of the cards that can be moved, balanced or not, and none where it has none") {
  Parameters parameters = fsrs();
  parameters.weekdays = {100, 100, 100, 100, 100, 0, 50};
  for (const bool balance : {false, true}) {
    CAPTURE(balance);
    parameters.balance = balance;
    const Learner learner = lived(parameters, 1500, 10, 240, 3);
    CHECK(share(learner, 5) < 0.03);
    for (const std::size_t full : {0U, 1U, 2U, 3U, 4U})
      CHECK(share(learner, 6) / share(learner, full) == doctest::Approx(0.5).epsilon(0.12));
    CHECK(learner.chosen() / learner.own() == doctest::Approx(1).epsilon(0.01));
  }
}

TEST_CASE("On exam day every card that had been begun was seen in its window, under any scheduler") {
  for (const auto& kind : schedulers()) {
    CAPTURE(kind.name);
    Parameters parameters = fsrs();
    parameters.scheduler = kind.name;
    parameters.exam = first_day + std::chrono::days{100};
    parameters.exam_window = 14;
    for (const bool balance : {false, true}) {
      parameters.balance = balance;
      Learner learner(parameters, kind.name == "fsrs" ? 400 : 0, 5);
      const Day window = *parameters.exam - std::chrono::days{14};
      while (learner.today() < *parameters.exam) learner.live(learner.today() < window ? 5 : 2);
      const auto unseen = std::count_if(learner.cards().begin(), learner.cards().end(),
                                        [&](const Memory& card) { return *card.last < window; });
      CHECK(learner.cards().size() > 400);
      CHECK(unseen == 0);
    }
  }
}

}  // namespace
}  // namespace ebb
