// FSRS-6 against two reference programs, and its own laws.
#include "ebb/schedule/fsrs.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace ebb;

namespace {

nlohmann::json vectors() {
  std::ifstream file(EBB_FSRS_VECTORS);
  return nlohmann::json::parse(file);
}

double off_by(double got, double expected) { return std::abs(got - expected) / std::abs(expected); }

constexpr double saturated = 36500;

struct Worst {
  double py = 0, rs = 0;
  int rows = 0;
};

void compare_case(const FsrsWeights& weights, const nlohmann::json& one, Worst& worst) {
  FsrsState state;
  bool py_ran_away = false;
  for (std::size_t i = 0; i < one["reviews"].size(); ++i) {
    const int days = one["reviews"][i][0];
    const Grade grade = static_cast<Grade>(one["reviews"][i][1].get<int>());
    const double recall = i == 0 ? 0 : retrievability(weights, days, state.stability);
    state = i == 0 ? first_fsrs_state(weights, grade) : next_fsrs_state(weights, state, grade, days);
    const auto& py = one["py"][i];
    const auto& rs = one["rs"][i];
    worst.rs = std::max({worst.rs, off_by(state.stability, rs[0]), off_by(state.difficulty, rs[1])});
    py_ran_away = py_ran_away || py[0].get<double>() > saturated;  // it has no highest stability
    if (py_ran_away) continue;
    worst.py = std::max({worst.py, off_by(state.stability, py[0]), off_by(state.difficulty, py[1])});
    if (i > 0) worst.py = std::max(worst.py, off_by(recall, py[2]));
    const double retentions[] = {0.8, 0.9, 0.95};
    for (std::size_t k = 0; k < 3; ++k)
      CHECK(fsrs_interval(weights, retentions[k], state.stability, 36500) == py[3 + k].get<int>());
    ++worst.rows;
  }
}

}  // namespace

TEST_CASE("every state of the reference vectors is met: in doubles to 1e-9, in floats to 2e-4") {
  const nlohmann::json data = vectors();
  Worst worst;
  for (const auto& one : data["memory"]["cases"]) {
    const auto numbers = data["parameters"][one["params"].get<std::size_t>()].get<std::vector<double>>();
    compare_case(fsrs_weights_from(numbers).value(), one, worst);
  }
  CHECK(worst.rows > 1900);
  CHECK(worst.py < 1e-9);
  CHECK(worst.rs < 2e-4);
}

TEST_CASE("after as many days as the stability the chance to remember is nine in ten") {
  CHECK(rc::check([] {
    FsrsWeights weights = default_fsrs_weights();
    weights[20] = *rc::gen::inRange(10, 81) / 100.0;
    const double stability = *rc::gen::inRange(1, 3650000) / 100.0;
    RC_ASSERT(std::abs(retrievability(weights, stability, stability) - 0.9) < 1e-12);
    RC_ASSERT(off_by(days_until(weights, 0.9, stability), stability) < 1e-9);
  }));
}

TEST_CASE("a better grade never gives a lower stability") {
  CHECK(rc::check([] {
    const FsrsState state{*rc::gen::inRange(1, 500000) / 1000.0, *rc::gen::inRange(100, 1001) / 100.0};
    const int days = *rc::gen::inRange(0, 1000);
    double before = 0;
    for (int grade = 1; grade <= 4; ++grade) {
      const FsrsState next = next_fsrs_state(default_fsrs_weights(), state, static_cast<Grade>(grade), days);
      RC_ASSERT(next.stability >= before);
      RC_ASSERT(next.difficulty >= 1);
      RC_ASSERT(next.difficulty <= 10);
      before = next.stability;
    }
  }));
}

TEST_CASE("weights of the older versions are carried over") {
  std::vector<double> numbers(17, 0.4);
  numbers[4] = 5;
  numbers[5] = 1;
  const FsrsWeights from17 = fsrs_weights_from(numbers).value();
  CHECK(from17[4] == 7);
  CHECK(from17[5] == doctest::Approx(std::log(4.0) / 3));
  CHECK(from17[6] == doctest::Approx(0.9));
  CHECK(from17[17] == 0);
  CHECK(from17[20] == 0.5);
  numbers.resize(19, 0.3);
  const FsrsWeights from19 = fsrs_weights_from(numbers).value();
  CHECK(from19[4] == 5);
  CHECK(from19[17] == 0.3);
  CHECK(from19[19] == 0);
  CHECK(from19[20] == 0.5);
  CHECK_FALSE(fsrs_weights_from(std::vector<double>(18, 1)).has_value());
  CHECK_FALSE(fsrs_weights_from(std::vector<double>(21, NAN)).has_value());
}

TEST_CASE("weights are moved into their ranges, and several relearning steps lower the ceiling of a day's answers") {
  FsrsWeights weights = default_fsrs_weights();
  weights[0] = 0;
  weights[20] = 3;
  weights[17] = weights[18] = 2;
  CHECK(clipped_weights(weights)[0] == 0.001);
  CHECK(clipped_weights(weights)[20] == 0.8);
  CHECK(clipped_weights(weights)[17] == 2);
  const double ceiling = std::sqrt(-(std::log(1.4835) + std::log(std::pow(2, 0.2629) - 1) + 0.3 * 1.6483) / 3);
  CHECK(clipped_weights(weights, 3)[17] == doctest::Approx(ceiling));
}

TEST_CASE("from an SM-2 interval and ease: the stability is the interval, the ease becomes a difficulty") {
  const FsrsState state = fsrs_state_from_sm2(default_fsrs_weights(), 10, 2.5);
  CHECK(state.stability == doctest::Approx(10));
  const double growth = std::exp(1.8722) * std::pow(10, -0.1666) * (std::exp(0.1 * 0.796) - 1);
  CHECK(state.difficulty == doctest::Approx(std::clamp(11 - 1.5 / growth, 1.0, 10.0)));
  CHECK(fsrs_state_from_sm2(default_fsrs_weights(), 10, 1.3).difficulty >
        fsrs_state_from_sm2(default_fsrs_weights(), 10, 2.0).difficulty);
}
