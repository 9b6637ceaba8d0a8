// The advice on retention, and readiness for an exam.
#include "ebb/simulate/advice.hpp"

#include <doctest/doctest.h>

#include "ebb/simulate/readiness.hpp"
#include "simulate/plans.hpp"

namespace ebb {
namespace {

Parameters fsrs() {
  Parameters parameters;
  parameters.scheduler = "fsrs";
  return parameters;
}

TEST_CASE("The advice is the lowest point of the curve, and its neighbours within 5 % are told") {
  const RetentionAdvice advice = advise_retention(plan_of(fsrs(), 300, 300, 120));
  const auto& curve = advice.curve;
  REQUIRE(curve.size() == 15);
  CHECK(curve.front().retention == doctest::Approx(0.70));
  CHECK(curve.back().retention == doctest::Approx(0.98));
  const double least = curve[advice.best].seconds_per_card();
  for (const RetentionPoint& point : curve) CHECK(point.seconds_per_card() >= least);
  REQUIRE(advice.low <= advice.best);
  REQUIRE(advice.best <= advice.high);
  for (std::size_t i = advice.low; i <= advice.high; ++i) CHECK(curve[i].seconds_per_card() <= 1.05 * least);
  if (advice.high + 1 < curve.size()) CHECK(curve[advice.high + 1].seconds_per_card() > 1.05 * least);
  CHECK(curve.back().seconds > curve.front().seconds * 1.5);
  CHECK(curve.back().remembered > curve.front().remembered);
  CHECK(curve[advice.best].remembered > curve[advice.best].untouched);
}

TEST_CASE("Who pays dearly for forgetting is advised a higher retention") {
  SimulationPlan plan = plan_of(fsrs(), 0, 500, 200);
  const std::size_t usual = advise_retention(plan).best;
  plan.habits.review_seconds[0] = plan.habits.relearning_seconds[0] = 600;
  plan.habits.relearning_seconds[2] = 600;
  CHECK(advise_retention(plan).best > usual + 2);
}

TEST_CASE("The advice is on FSRS, whatever the cards are scheduled by now") {
  Parameters sm2;
  SimulationPlan plan = plan_of(sm2, 100, 100, 60);
  const RetentionAdvice under_sm2 = advise_retention(plan);
  plan.rules = {rule_of(fsrs())};
  const RetentionAdvice under_fsrs = advise_retention(plan);
  CHECK(under_sm2.best == under_fsrs.best);
  CHECK(under_sm2.curve[5].reviews == doctest::Approx(under_fsrs.curve[5].reviews));
}

TEST_CASE("Readiness counts what was seen, and plays the days until the exam") {
  Parameters parameters = fsrs();
  parameters.exam = first_day + std::chrono::days{60};
  parameters.exam_window = 10;
  SimulationPlan plan = plan_of(parameters, 200, 100, 1);
  plan.new_limit = 5;
  for (SimulatedCard& card : plan.cards)
    card.memory.due = std::min(*card.memory.due, first_day + std::chrono::days{55});
  const Readiness ready = exam_readiness(plan, *parameters.exam, 10);
  CHECK(ready.window == first_day + std::chrono::days{50});
  CHECK(ready.begun == 200);
  CHECK(ready.fresh == 100);
  CHECK(ready.seen == 0);
  CHECK(ready.begun_by_then == 300);
  CHECK(ready.seen_by_then == 300);
  CHECK(ready.recall > 0.93);
  CHECK(ready.untouched_recall < ready.recall - 0.05);
}

TEST_CASE("A day before the exam most is decided; after it nothing is played") {
  Parameters parameters = fsrs();
  SimulationPlan plan = plan_of(parameters, 100, 50, 1);
  for (std::size_t i = 0; i < 30; ++i) plan.cards[i].memory.last = first_day - std::chrono::days{2};
  for (std::size_t i = 30; i < 100; ++i) plan.cards[i].memory.last = first_day - std::chrono::days{20};
  const Readiness tomorrow = exam_readiness(plan, first_day + std::chrono::days{1}, 7);
  CHECK(tomorrow.seen == 30);
  CHECK(tomorrow.begun_by_then == 110);
  const Readiness over = exam_readiness(plan, first_day - std::chrono::days{1}, 7);
  CHECK(over.begun_by_then == 100);
  CHECK(over.recall == doctest::Approx(over.untouched_recall));
}

}  // namespace
}  // namespace ebb
