// Training from end to end: it finds what there is to find, it is the same on every run, and little is enough to say
// so.
#include "ebb/train/train.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "ebb/train/evaluate.hpp"
#include "train/kernels.hpp"
#include "train/made_log.hpp"

using namespace ebb;

namespace {

// So many cards, each answered today and three days later.
AnswerLog simple_log(int cards) {
  AnswerLog log;
  for (int card = 0; card < cards; ++card) log.add(static_cast<std::uint64_t>(card), 0, Grade::good);
  for (int card = 0; card < cards; ++card)
    log.add(static_cast<std::uint64_t>(card), 3, card % 5 == 0 ? Grade::again : Grade::good);
  return log;
}

}  // namespace

TEST_CASE("training gets below the loss of the published weights, and near that of the true ones") {
  const AnswerLog log = testing::made_log(21, 1500, 500);
  const Training training = train(log);
  REQUIRE(training.reach == Reach::all);
  const Judge judge(log);
  const double trained = weighted_log_loss(judge.items(), judge.fsrs(training.weights));
  const double published = weighted_log_loss(judge.items(), judge.fsrs(default_fsrs_weights()));
  const double truth = weighted_log_loss(judge.items(), judge.fsrs(testing::true_weights()));
  CHECK(trained < published - 0.003);
  CHECK(trained < truth + 0.001);
}

TEST_CASE("trained weights lie within their ranges, and the first four rise") {
  for (std::uint64_t seed = 1; seed < 6; ++seed) {
    const Training training = train(testing::made_log(seed, 120, 200));
    for (std::size_t i = 0; i < training.weights.size(); ++i) {
      CHECK(training.weights[i] >= fsrs_range(i).low);
      CHECK(training.weights[i] <= fsrs_range(i).high);
    }
    for (std::size_t i = 1; i < 4; ++i) CHECK(training.weights[i - 1] <= training.weights[i]);
  }
}

TEST_CASE("the same log gives the same weights, to the last bit, on every run and with every kernel") {
  const AnswerLog log = testing::made_log(5, 400, 300);
  const FsrsWeights weights = train(log).weights;
  CHECK(train(log).weights == weights);
  for (const Kernel* kernel : kernels_here()) {
    CAPTURE(kernel->name);
    CHECK(train(log, {.kernel = std::string(kernel->name)}).weights == weights);
  }
}

TEST_CASE("the numbers of the cards do not matter") {
  const AnswerLog log = testing::made_log(5, 200, 300);
  AnswerLog renamed;
  for (std::size_t i = 0; i < log.size(); ++i)
    renamed.add(~std::uint64_t{log.card()[i]} * 977, log.day()[i] + 20000, static_cast<Grade>(log.grade()[i]));
  CHECK(train(renamed).weights == train(log).weights);
}

TEST_CASE("fewer than eight items are not enough, fewer than 64 are for the first stabilities") {
  CHECK(train(AnswerLog{}).reach == Reach::nothing);
  CHECK(train(simple_log(7)).weights == default_fsrs_weights());
  const Training few = train(simple_log(40));
  CHECK(few.reach == Reach::first_stabilities);
  CHECK(few.weights[2] != default_fsrs_weights()[2]);
  for (std::size_t i = 4; i < 21; ++i) CHECK(few.weights[i] == default_fsrs_weights()[i]);
}

TEST_CASE("items that are all their cards' first teach only first stabilities, however many") {
  CHECK(train(simple_log(500)).reach == Reach::first_stabilities);
}

TEST_CASE("training counts answers, items, and those without outliers") {
  AnswerLog log = simple_log(100);
  log.add(0, 3, Grade::good);    // the same day
  log.add(777, 0, Grade::easy);  // never again
  const Training training = train(log);
  CHECK(training.reviews == 202);
  CHECK(training.items == 100);
  CHECK(training.used == 100);
}

TEST_CASE("a prefix of a log trains like a log that ends there") {
  const AnswerLog log = testing::made_log(8, 300, 300);
  AnswerLog part;
  for (std::size_t i = 0; i < 1500; ++i) part.add(log.card()[i], log.day()[i], static_cast<Grade>(log.grade()[i]));
  CHECK(train(log, {.answers = 1500, .kernel = {}}).weights == train(part).weights);
}

TEST_CASE("progress rises to one, and stops training when told to") {
  const AnswerLog log = testing::made_log(5, 400, 300);
  double last = 0;
  train(log, {}, [&](double done) {
    CHECK(done >= last);
    last = done;
    return true;
  });
  CHECK(last > 0.8);
  CHECK(last <= 1);
  int calls = 0;
  const Training stopped = train(log, {}, [&](double) { return ++calls < 3; });
  CHECK(stopped.stopped);
  CHECK(calls == 3);
}

TEST_CASE("a kernel that is not here is refused") {
  CHECK_THROWS_AS(train(simple_log(100), {.kernel = "abacus"}), std::invalid_argument);
}

TEST_CASE("histories longer than 256 answers count up to there") {
  AnswerLog log = testing::made_log(5, 100, 300);
  for (int day = 300; day < 700; ++day) log.add(1000, day, Grade::good);
  const Training training = train(log);
  CHECK(training.reach == Reach::all);
  for (const double weight : training.weights) CHECK(std::isfinite(weight));
}
