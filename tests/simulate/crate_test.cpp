// The crate's own simulator, on the same scenes (bench/sim_crate): reviews a day agree within 5 %.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "simulate/plans.hpp"

namespace ebb {
namespace {

constexpr int seeds = 24, period = 10;

struct Scene {
  int begun, fresh, new_limit;
  std::optional<int> review_limit;
  int days;
  double retention, decay;
};

const std::map<std::string, Scene> scenes{{"new", {0, 1500, 20, {}, 180, 0.9, 0}},
                                          {"begun", {2000, 0, 0, {}, 180, 0.8, 0}},
                                          {"limits", {1000, 1000, 10, 50, 180, 0.9, 0}},
                                          {"own", {800, 1200, 15, {}, 360, 0.85, 0.35}},
                                          {"high", {500, 700, 10, {}, 120, 0.95, 0}}};

struct Row {
  double reviews = 0, fresh = 0, seconds = 0, remembered = 0;
};
using Rows = std::map<int, Row>;  // by the first day of a period

std::map<std::string, Rows> crate_rows() {
  std::ifstream file(EBB_SOURCE_DIR "/tests/simulate/crate.csv");
  std::map<std::string, Rows> rows;
  std::string line, name;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::getline(fields, name, ',');
    int from = 0;
    char comma = 0;
    Row row;
    fields >> from >> comma >> row.reviews >> comma >> row.fresh >> comma >> row.seconds >> comma >> row.remembered;
    REQUIRE(fields);
    rows[name][from] = row;
  }
  return rows;
}

Parameters parameters_of(const Scene& scene) {
  Parameters parameters = plain_fsrs(scene.retention);
  if (scene.decay > 0) {
    FsrsWeights w = default_fsrs_weights();
    w[0] = 0.4, w[2] = 3.1, w[8] = 1.6, w[20] = scene.decay;
    parameters.weights.assign(w.begin(), w.end());
  }
  return parameters;
}

Rows our_rows(const Scene& scene) {
  SimulationPlan plan = plan_of(parameters_of(scene), scene.begun, scene.fresh, scene.days);
  plan.new_limit = scene.new_limit;
  plan.review_limit = scene.review_limit;
  Rows rows;
  for (plan.seed = 1; plan.seed <= seeds; ++plan.seed) {
    const Simulation simulation = simulate(plan);
    for (int from = 0; from < scene.days; from += period) {
      const auto sum = total(simulation, static_cast<std::size_t>(from), static_cast<std::size_t>(from + period));
      Row& row = rows[from];
      row.reviews += static_cast<double>(sum.reviews) / period / seeds;
      row.fresh += static_cast<double>(sum.fresh) / period / seeds;
      row.seconds += sum.seconds / period / seeds;
      row.remembered += sum.remembered / seeds;
    }
  }
  return rows;
}

double apart(double ours, double theirs) {
  return std::abs(ours / theirs - 1);
}

TEST_CASE("Reviews a day agree with the crate's simulator within 5 %, in every scene and over its days") {
  const auto crate = crate_rows();
  REQUIRE(crate.size() == scenes.size());
  for (const auto& named : scenes) {  // no structured bindings: clang 14 cannot capture them
    const std::string& name = named.first;
    const Scene& scene = named.second;
    CAPTURE(name);
    double ours = 0, theirs = 0, our_seconds = 0, their_seconds = 0, off = 0;
    const Rows rows = our_rows(scene);
    REQUIRE(rows.size() == crate.at(name).size());
    for (const auto& dated : rows) {
      const int from = dated.first;
      const Row& row = dated.second;
      const Row& other = crate.at(name).at(from);
      CAPTURE(from);
      CHECK(apart(row.fresh + 1, other.fresh + 1) < 1e-3);
      CHECK(apart(row.remembered, other.remembered) < 0.01);
      ours += row.reviews, theirs += other.reviews;
      our_seconds += row.seconds, their_seconds += other.seconds;
      off += std::abs(row.reviews - other.reviews);
    }
    CHECK(apart(ours, theirs) < 0.05);
    CHECK(off < 0.05 * theirs);
    CHECK(apart(our_seconds, their_seconds) < 0.05);
  }
}

}  // namespace
}  // namespace ebb
