// What holds of every simulation: the same each time, within its limits, and more work for more retention.
#include "ebb/simulate/simulate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "simulate/forgetting.hpp"
#include "simulate/plans.hpp"

namespace ebb {
namespace {

bool same(const Simulation& a, const Simulation& b) {
  if (a.days.size() != b.days.size() || a.cards.size() != b.cards.size()) return false;
  for (std::size_t i = 0; i < a.days.size(); ++i) {
    const SimulatedDay &x = a.days[i], &y = b.days[i];
    if (x.reviews != y.reviews || x.fresh != y.fresh || x.answers != y.answers || x.seconds < y.seconds ||
        x.seconds > y.seconds || x.remembered < y.remembered || x.remembered > y.remembered)
      return false;
  }
  for (std::size_t i = 0; i < a.cards.size(); ++i)
    if (!(a.cards[i].memory == b.cards[i].memory)) return false;
  return true;
}

Parameters parameters_of(std::string_view scheduler) {
  Parameters parameters;
  parameters.scheduler = scheduler;
  return parameters;
}

TEST_CASE("The same plan gives the same days; another seed others") {
  for (const auto& kind : schedulers()) {
    CAPTURE(kind.name);
    SimulationPlan plan = plan_of(parameters_of(kind.name), 300, 200, 120);
    const Simulation first = simulate(plan);
    CHECK(same(first, simulate(plan)));
    plan.seed = 2;
    CHECK_FALSE(same(first, simulate(plan)));
  }
}

TEST_CASE("A longer simulation begins with the shorter one") {
  SimulationPlan plan = plan_of(parameters_of("fsrs"), 300, 200, 60);
  const Simulation shorter = simulate(plan);
  plan.days = 90;
  Simulation longer = simulate(plan);
  REQUIRE(longer.days.size() == 90);
  longer.days.resize(60);
  longer.cards = shorter.cards;
  CHECK(same(shorter, longer));
}

TEST_CASE("Limits hold on every day, today's new cards count, and what is left over is not lost") {
  SimulationPlan plan = plan_of(parameters_of("fsrs"), 800, 300, 90);
  plan.new_limit = 7;
  plan.begun_today = 5;
  plan.review_limit = 20;
  const Simulation simulation = simulate(plan);
  CHECK(simulation.days[0].fresh == 2);
  CHECK(simulation.days[1].fresh == 7);
  int begun = 800;
  bool left = false;
  for (const SimulatedDay& day : simulation.days) {
    CHECK(day.fresh <= 7);
    CHECK(day.reviews <= 20);
    CHECK((day.left == 0 || day.reviews == 20));
    left = left || day.left > 0;
    begun += day.fresh;
    CHECK(day.begun == begun);
    CHECK(day.remembered <= day.begun);
    CHECK(day.answers >= day.reviews + day.fresh);
    CHECK(day.forgotten <= day.reviews);
  }
  CHECK(left);
  int overdue = 0;
  for (const SimulatedCard& card : simulation.cards) overdue += *card.memory.due <= simulation.days.back().day;
  CHECK(overdue == simulation.days.back().left);
}

TEST_CASE("Without a limit every card is met on its day, and overdue ones today") {
  SimulationPlan plan = plan_of(parameters_of("sm2"), 400, 0, 1);
  for (std::size_t i = 0; i < 50; ++i) plan.cards[i].memory.due = first_day - std::chrono::days{3};
  for (std::size_t i = 50; i < 400; ++i)
    plan.cards[i].memory.due = first_day + std::chrono::days{static_cast<int>(i % 2)};
  CHECK(simulate(plan).days[0].reviews == 225);
}

TEST_CASE("More retention is more reviews a card, on the same luck") {
  double before = 0;
  for (const double retention : {0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.98}) {
    CAPTURE(retention);
    const Simulation simulation = simulate(plan_of(plain_fsrs(retention), 1500, 500, 180));
    const auto reviews = static_cast<double>(total(simulation, 0, 180).reviews);
    CHECK(reviews > before * 0.98);
    before = reviews;
  }
}

TEST_CASE("Under FSRS as many are remembered as the retention asks for") {
  for (const double retention : {0.8, 0.9, 0.95}) {
    SimulationPlan plan = plan_of(plain_fsrs(retention), 2000, 0, 365);
    const Simulation simulation = simulate(plan);
    const SimulationTotal all = total(simulation, 100, 365);  // all have been met under this retention by then
    const double recalled = 1 - static_cast<double>(all.forgotten) / static_cast<double>(all.reviews);
    CHECK(recalled == doctest::Approx(retention).epsilon(0.02));
  }
}

TEST_CASE("A card is remembered by the user's weights, whatever its scheduler believes") {
  SimulationPlan plan = plan_of(parameters_of("sm2"), 1000, 0, 200);
  const double usual = simulate(plan).days.back().remembered;
  plan.rules[0].weights[8] = 0.6;  // stability grows less with each review
  CHECK(simulate(plan).days.back().remembered < usual - 20);
}

TEST_CASE("FSRS is played by its own stability, to the last bit what is true of a card") {
  SimulationPlan plan = plan_of(parameters_of("fsrs"), 200, 100, 100);
  for (const SimulatedCard& card : simulate(plan).cards) {
    CHECK(card.memory.stability == doctest::Approx(card.state.stability).epsilon(1e-12));
    CHECK(card.memory.difficulty == doctest::Approx(card.state.difficulty).epsilon(1e-12));
  }
  const Simulation own = simulate(plan);
  plan.rules[0].weights[19] += 1e-12;  // other weights than its own: the truth is reckoned beside it
  const Simulation beside = simulate(plan);
  CHECK(total(own, 0, 100).reviews == total(beside, 0, 100).reviews);
}

TEST_CASE("The table of the forgetting curve is the curve") {
  for (const double decay : {0.1, 0.1542, 0.8}) {
    FsrsWeights weights = default_fsrs_weights();
    weights[20] = decay;
    const ForgettingCurve curve(weights);
    for (double ratio = 0; ratio < 40; ratio += 0.0137)
      CHECK(std::abs(curve.at(ratio) - retrievability(weights, ratio, 1)) < 4e-6);
  }
}

}  // namespace
}  // namespace ebb
