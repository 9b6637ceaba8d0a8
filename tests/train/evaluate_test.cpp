// Measures against cases worked out by hand; tests/cli/optimize_metrics.py works them out again in Python.
#include "ebb/train/evaluate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "train/made_log.hpp"

using namespace ebb;

namespace {

Item item(std::uint32_t days, std::uint32_t nth, std::uint32_t lapses, bool recalled, float weight = 1) {
  return {.days = days, .nth = nth, .lapses = lapses, .recalled = recalled, .weight = weight};
}

}  // namespace

TEST_CASE("log loss is the mean of minus the logarithm of what was given to what happened") {
  const std::vector<Item> items{item(1, 1, 0, true), item(1, 1, 0, false)};
  const Metrics metrics = metrics_of(items, std::vector<double>{0.9, 0.6});
  CHECK(metrics.items == 2);
  CHECK(metrics.log_loss == doctest::Approx(-(std::log(0.9) + std::log(0.4)) / 2));
}

TEST_CASE("a certainty that was wrong costs much, not infinitely much") {
  const std::vector<Item> items{item(1, 1, 0, false)};
  CHECK(metrics_of(items, std::vector<double>{1.0}).log_loss == doctest::Approx(34.5388).epsilon(1e-4));
}

TEST_CASE("the weighted log loss leaves outliers out") {
  const std::vector<Item> items{item(1, 1, 0, true, 0.25F), item(1, 1, 0, true, 1), item(1, 1, 0, true, 0)};
  CHECK(weighted_log_loss(items, std::vector<double>{0.5, 0.8, 0.1}) ==
        doctest::Approx(-(0.25 * std::log(0.5) + std::log(0.8)) / 1.25));
}

TEST_CASE("AUC counts pairs, and ties by half") {
  const std::vector<Item> items{item(1, 1, 0, true), item(1, 1, 0, true), item(1, 1, 0, false), item(1, 1, 0, false)};
  CHECK(metrics_of(items, std::vector<double>{0.9, 0.8, 0.7, 0.6}).auc == 1);
  CHECK(metrics_of(items, std::vector<double>{0.6, 0.7, 0.8, 0.9}).auc == 0);
  CHECK(metrics_of(items, std::vector<double>{0.9, 0.5, 0.5, 0.7}).auc == doctest::Approx(2.5 / 4));
  CHECK(metrics_of(items, std::vector<double>{0.5, 0.5, 0.5, 0.5}).auc == 0.5);
  const std::vector<Item> alike{item(1, 1, 0, true)};
  CHECK(std::isnan(metrics_of(alike, std::vector<double>{0.5}).auc));
}

TEST_CASE("RMSE is over bins by days, number and lapses") {
  // Days 1-3 share a bin (3.62^0 to 3.62^1), 4 is in the next; numbers 1 and 2 share one (2 and 3: 1.89^1 to 1.89^2).
  const std::vector<Item> items{item(1, 1, 0, true), item(3, 2, 0, false), item(4, 1, 0, true), item(1, 1, 1, true)};
  const std::vector<double> chances{0.9, 0.7, 0.8, 0.6};
  const double together = 2 * std::pow((0.9 + 0.7) / 2 - 0.5, 2), alone = 0.2 * 0.2, lapsed = 0.4 * 0.4;
  CHECK(metrics_of(items, chances).rmse_bins == doctest::Approx(std::sqrt((together + alone + lapsed) / 4)));
}

TEST_CASE("one lapse is another bin than none, and than two") {
  const std::vector<Item> items{item(1, 1, 1, true), item(1, 1, 2, false)};
  const double apart = std::sqrt((0.25 + 0.25) / 2);
  CHECK(metrics_of(items, std::vector<double>{0.5, 0.5}).rmse_bins == doctest::Approx(apart));
}

TEST_CASE("items know their days, their number, and the lapses before them") {
  AnswerLog log;
  log.add(1, 0, Grade::good);
  log.add(1, 2, Grade::again);
  log.add(1, 2, Grade::again);  // the same day: neither an item nor a lapse
  log.add(1, 7, Grade::hard);
  const Judge judge(log);
  REQUIRE(judge.items().size() == 2);
  CHECK(judge.items()[0].days == 2);
  CHECK(judge.items()[0].nth == 1);
  CHECK(judge.items()[0].lapses == 0);
  CHECK_FALSE(judge.items()[0].recalled);
  CHECK(judge.items()[1].answer == 3);
  CHECK(judge.items()[1].days == 5);
  CHECK(judge.items()[1].nth == 2);
  CHECK(judge.items()[1].lapses == 1);
  CHECK(judge.items()[1].recalled);
}

TEST_CASE("SM-2 foretells by its interval, and does not see answers of the same day") {
  AnswerLog log;
  log.add(1, 0, Grade::good);   // interval 1, ease 2.5
  log.add(1, 1, Grade::good);   // 0.9^(1/1); then 6
  log.add(1, 1, Grade::again);  // not seen
  log.add(1, 7, Grade::again);  // 0.9^(6/6); then 1, ease 2.5 - 0.32
  log.add(1, 9, Grade::good);   // 0.9^(2/1); then 6
  log.add(1, 12, Grade::easy);  // 0.9^(3/6); then 6 * 2.18
  log.add(1, 22, Grade::easy);  // 0.9^(10/13.08)
  const std::vector<double> chances = Judge(log).sm2();
  REQUIRE(chances.size() == 5);
  CHECK(chances[0] == doctest::Approx(0.9));
  CHECK(chances[1] == doctest::Approx(0.9));
  CHECK(chances[2] == doctest::Approx(0.81));
  CHECK(chances[3] == doctest::Approx(std::pow(0.9, 0.5)));
  CHECK(chances[4] == doctest::Approx(std::pow(0.9, 10 / (6 * 2.18))).epsilon(1e-6));
}

TEST_CASE("splits by time train on the past only") {
  const AnswerLog log = testing::made_log(31, 2000, 500);
  const Judge judge(log);
  const auto report = time_series_splits(log, judge, default_fsrs_weights(), {});
  REQUIRE(report);
  CHECK(report->all.trained.items == judge.items().size() / 6 * 5);
  CHECK(report->usual.trained.items < report->all.trained.items);
  CHECK(report->all.current.log_loss == report->all.published.log_loss);
  CHECK(report->all.trained.log_loss < report->all.published.log_loss);
  CHECK(report->all.trained.log_loss < report->all.sm2.log_loss);

  // The same by hand: weights from all before a part foretell that part.
  const std::size_t part = judge.items().size() / 6, first = judge.items().size() - 5 * part;
  double loss = 0;
  for (std::size_t begin = first; begin < judge.items().size(); begin += part) {
    AnswerLog past;
    for (std::size_t i = 0; i <= judge.items()[begin - 1].answer; ++i)
      past.add(log.card()[i], log.day()[i], static_cast<Grade>(log.grade()[i]));
    const auto chances = judge.fsrs(train(past).weights);
    loss += metrics_of(std::span(judge.items()).subspan(begin, part), std::span(chances).subspan(begin, part)).log_loss;
  }
  CHECK(report->all.trained.log_loss == doctest::Approx(loss / 5).epsilon(1e-9));
}

TEST_CASE("too few items have no splits, and stopping gives none") {
  AnswerLog log;
  for (std::uint64_t card = 0; card < 5; ++card) log.add(card, 0, Grade::good);
  for (std::uint64_t card = 0; card < 5; ++card) log.add(card, 3, Grade::good);
  CHECK_FALSE(time_series_splits(log, Judge(log), default_fsrs_weights(), {}));
  const AnswerLog made = testing::made_log(31, 200, 200);
  CHECK_FALSE(time_series_splits(made, Judge(made), default_fsrs_weights(), {}, [](double) { return false; }));
}
