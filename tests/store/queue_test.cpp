// Today's queue: limits, order, filters, and two terminals at once.
#include "store/home.hpp"

using namespace ebb;

namespace {

std::vector<std::pair<std::string, std::string>> many(int count) {
  std::vector<std::pair<std::string, std::string>> notes;
  for (int i = 0; i < count; ++i) notes.emplace_back("q" + std::to_string(i), "a");
  return notes;
}

int answer_all(Study& study, Quality quality = Quality::good) {
  int answers = 0;
  while (study.card()) {
    study.reveal();
    study.grade(quality, Millis{0});
    ++answers;
  }
  return answers;
}

CardFilter tagged(std::string tag) {
  CardTest test;
  test.about = CardTest::About::tag;
  test.text = std::move(tag);
  return CardFilter(test);
}

CardFilter in_state(CardTest::State state) {
  CardTest test;
  test.about = CardTest::About::state;
  test.state = state;
  return CardFilter(test);
}

CardFilter with_id(std::string id) {
  CardTest test;
  test.about = CardTest::About::id;
  test.ids = {std::move(id)};
  return CardFilter(test);
}

}  // namespace

TEST_CASE("ten new cards a day, over every sitting, in file order") {
  Home home;
  home.import(many(25));
  CHECK(counts(*home.collection, {}, home.today()).fresh == 10);
  CHECK(counts(*home.collection, {}, home.today()).new_left_out == 15);
  {
    StudyOptions four;
    four.limit = 4;
    Study study = home.study(four);
    CHECK(study.card()->question == "q0");
    CHECK(answer_all(study) == 4);
  }
  Study rest = home.study();
  CHECK(rest.card()->question == "q4");
  CHECK(answer_all(rest) == 6);
  CHECK(!home.study().card());
  home.next_day();
  const Counts next = counts(*home.collection, {}, home.today());
  CHECK(next.due == 10);
  CHECK(next.fresh == 10);
}

TEST_CASE("today's limit can be set, is kept, and is over tomorrow") {
  Home home;
  home.import(many(25));
  StudyOptions twelve;
  twelve.new_limit = 12;
  {
    Study study = home.study(twelve);
    CHECK(answer_all(study) == 12);
  }
  CHECK(!home.study().card());
  home.next_day();
  CHECK(counts(*home.collection, {}, home.today()).new_limit == 10);
}

TEST_CASE("an undone first answer gives its place under the limit back") {
  Home home;
  home.import(many(25));
  Study study = home.study();
  study.grade(Quality::good, Millis{0});
  CHECK(counts(*home.collection, {}, home.today()).fresh == 9);
  study.undo();
  CHECK(counts(*home.collection, {}, home.today()).fresh == 10);
}

TEST_CASE("more new cards come when asked for") {
  Home home;
  home.import(many(25));
  Study study = home.study();
  CHECK(answer_all(study) == 10);
  CHECK(study.more_new(10) == 10);
  CHECK(answer_all(study) == 10);
  CHECK(study.more_new(10) == 5);
}

TEST_CASE("two terminals share the limit and never show one card twice") {
  Home home;
  home.import(many(25));
  Study first = home.study();
  CHECK(first.card()->question == "q0");
  Study second = home.study();
  CHECK(!second.card());  // the first holds today's ten
  first.grade(Quality::good, Millis{0});
  home.next_day();
  Study third = home.study();
  CHECK(third.card()->question == "q0");  // due
}

TEST_CASE("a card answered in another terminal is not shown again") {
  Home home;
  home.import(many(3));
  {
    Study study = home.study();
    answer_all(study);
  }
  home.next_day();
  Study one = home.study();
  Study other = home.study();
  CHECK(one.card()->question == "q0");
  CHECK(other.card()->question == "q1");
  other.grade(Quality::good, Millis{0});
  CHECK(other.card()->question == "q2");
  one.grade(Quality::good, Millis{0});
  CHECK(!one.card());  // q1 is answered, q2 is held
}

TEST_CASE("drills left from earlier today come last, and are gone tomorrow") {
  Home home;
  home.import(many(3));
  {
    Study study = home.study();
    study.grade(Quality::again, Millis{0});
    study.grade(Quality::good, Millis{0});
  }
  const Counts left = counts(*home.collection, {}, home.today());
  CHECK(left.drill == 1);
  CHECK(left.fresh == 1);
  {
    Study study = home.study();
    CHECK(study.kind() == QueuedCard::Kind::fresh);
    study.grade(Quality::good, Millis{0});
    CHECK(study.kind() == QueuedCard::Kind::drill);
  }
  home.next_day();
  CHECK(counts(*home.collection, {}, home.today()).drill == 0);
  CHECK(counts(*home.collection, {}, home.today()).due == 3);
}

TEST_CASE("filters narrow the queue by deck, tag, id, state and word") {
  Home home;
  home.import({{"dog", "a"}, {"cat", "b"}}, "es::animals");
  home.import({{"uno", "one"}}, "es::numbers");
  home.import({{"Größe", "size"}}, "de");
  const auto found = [&](CardFilter filter) {
    std::string questions;
    for_each_card(*home.collection, filter, home.today(), [&](const CardView& card) {
      questions += card.question + " ";
      return true;
    });
    return questions;
  };
  CHECK(found(CardFilter::in_deck("es")) == "dog cat uno ");
  CHECK(found(CardFilter::in_deck("ES/animals")) == "dog cat ");
  CHECK(found(CardFilter::all_of({tagged("test"), CardFilter::word("ONE")})) == "uno ");
  CHECK(found(CardFilter::all_of({in_state(CardTest::State::fresh), CardFilter::word("grosse")})) == "Größe ");
  CHECK(found(tagged("tes")).empty());
  CHECK(found(in_state(CardTest::State::due)).empty());
  std::string id;
  for_each_card(*home.collection, CardFilter::word("uno"), home.today(), [&](const CardView& card) {
    id = card.id;
    return true;
  });
  CHECK(found(with_id(id.substr(0, 8))) == "uno ");
  CHECK(cards_by_id(*home.collection, id.substr(0, 6)).size() == 1);
  CHECK(cards_by_id(*home.collection, id.substr(0, 5)).empty());
}

TEST_CASE("when nothing is due the next day is told") {
  Home home;
  home.import(many(3));
  Study study = home.study();
  answer_all(study);
  const Counts done = counts(*home.collection, {}, home.today());
  CHECK(done.due + done.fresh + done.drill == 0);
  CHECK(done.next_day == home.day + std::chrono::days{1});
  CHECK(done.next_cards == 3);
}

TEST_CASE("a random order is the same for the same seed") {
  Home home;
  home.import(many(10));
  {
    Study study = home.study();
    answer_all(study);
  }
  home.next_day();
  const auto order = [&](std::uint64_t seed) {
    StudyOptions options;
    options.order = StudyOptions::Order::random;
    options.seed = seed;
    std::string questions;
    Study study = home.study(options);
    while (study.card()) {
      questions += study.card()->question + " ";
      study.skip();
      if (questions.size() > 29) break;
    }
    return questions;
  };
  CHECK(order(1) == order(1));
  CHECK(order(1) != order(2));
}
