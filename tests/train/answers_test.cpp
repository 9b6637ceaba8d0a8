// The packed log, and the log grouped by card.
#include "ebb/train/answers.hpp"

#include <doctest/doctest.h>

#include <map>

#include "train/histories.hpp"
#include "train/made_log.hpp"

using namespace ebb;

TEST_CASE("cards are numbered as they appear, whatever their numbers are") {
  AnswerLog log;
  for (const std::uint64_t card : {std::uint64_t{1} << 63, std::uint64_t{7}, std::uint64_t{0}, std::uint64_t{7}})
    log.add(card, 1, Grade::good);
  CHECK(log.card() == std::vector<std::uint32_t>{0, 1, 2, 1});
  CHECK(log.cards() == 3);
}

TEST_CASE("a hundred thousand cards keep their numbers") {
  AnswerLog log;
  for (std::uint64_t card = 0; card < 100000; ++card) log.add(card * 4096, 0, Grade::good);
  for (std::uint64_t card = 0; card < 100000; ++card) log.add(card * 4096, 1, Grade::good);
  REQUIRE(log.cards() == 100000);
  for (std::uint32_t i = 0; i < 100000; ++i) REQUIRE(log.card()[i + 100000] == i);
}

TEST_CASE("a card's answers are grouped in their order, with the days between them") {
  AnswerLog log;
  log.add(5, 10, Grade::again);
  log.add(9, 10, Grade::easy);
  log.add(5, 10, Grade::good);
  log.add(9, 14, Grade::hard);
  log.add(5, 13, Grade::good);
  const Histories histories = histories_of(log, log.size());
  REQUIRE(histories.cards() == 2);
  REQUIRE(histories.of(0).size() == 3);
  CHECK(histories.of(0)[0].days == 0);
  CHECK(histories.of(0)[1].days == 0);
  CHECK(histories.of(0)[2].days == 3);
  CHECK(histories.of(0)[2].order == 4);
  CHECK(histories.of(1)[0].grade == 4);
  CHECK(histories.of(1)[1].days == 4);
  CHECK(is_item(histories.of(1)[1]));
  CHECK_FALSE(is_item(histories.of(0)[1]));
}

TEST_CASE("a day before the card's last counts as that day") {
  AnswerLog log;
  log.add(1, 20, Grade::good);
  log.add(1, 12, Grade::good);
  log.add(1, 21, Grade::good);
  const Histories histories = histories_of(log, log.size());
  CHECK(histories.of(0)[1].days == 0);
  CHECK(histories.of(0)[2].days == 1);
}

TEST_CASE("days since the last answer are the same as days") {
  AnswerLog days, since;
  std::map<std::uint32_t, int> last;
  const AnswerLog made = testing::made_log(3, 50, 200);
  for (std::size_t i = 0; i < made.size(); ++i) {
    const std::uint32_t card = made.card()[i];
    const bool first = last.count(card) == 0;
    since.add_since(card, first ? -1 : made.day()[i] - last[card], static_cast<Grade>(made.grade()[i]));
    last[card] = made.day()[i];
  }
  const Histories a = histories_of(made, made.size()), b = histories_of(since, since.size());
  REQUIRE(a.answers.size() == b.answers.size());
  for (std::size_t i = 0; i < a.answers.size(); ++i) REQUIRE(a.answers[i].days == b.answers[i].days);
}

TEST_CASE("only the first answers are grouped when so many are asked for") {
  const AnswerLog made = testing::made_log(3, 50, 200);
  const Histories some = histories_of(made, 100);
  CHECK(some.answers.size() == 100);
  CHECK(some.cards() == made.cards());
  for (const Answered& answer : some.answers) CHECK(answer.order < 100);
}
