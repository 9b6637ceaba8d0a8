// The rules of a day: one card a note, limits of new cards and reviews, over any sittings and terminals.
#include <rapidcheck.h>

#include <map>
#include <set>

#include "ebb/store/deck_settings.hpp"
#include "store/backlog.hpp"

using namespace ebb;

namespace {

StudyOptions with_rules(DayRules rules) {
  StudyOptions options;
  options.rules = rules;
  return options;
}

int answer_all(Study& study) {
  int answers = 0;
  for (; study.card(); ++answers) study.grade(Quality::good, Millis{0});
  return answers;
}

// The distinct cards of each note that were answered on the day.
std::map<std::int64_t, std::set<std::int64_t>> answered_on(Home& home, Day day) {
  std::map<std::int64_t, std::set<std::int64_t>> notes;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    for (const Reviewed& one : history(*home.collection, card.card))
      if (one.review.day == day) notes[card.card.note().value].insert(card.card.value);
    return true;
  });
  return notes;
}

}  // namespace

TEST_CASE("of each note one card a day, and the limit fills with others") {
  Home home;
  import_pairs(home, 12);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 10);
  {
    Study study = home.study();
    CHECK(answer_all(study) == 10);
  }
  CHECK(!home.study().card());
  for (const auto& [note, cards] : answered_on(home, home.day)) CHECK(cards.size() == 1);
  home.next_day();
  const Counts next = counts(*home.collection, {}, home.today());
  CHECK(next.due == 10);
  CHECK(next.fresh == 2);  // the other notes; the siblings of what is due wait
}

TEST_CASE("siblings meet on one day when they are allowed to") {
  Home home;
  import_pairs(home, 3);
  Study study = home.study(with_rules({{}, {}, true}));
  CHECK(answer_all(study) == 6);
}

TEST_CASE("a note's cards are not shown in two terminals at once") {
  Home home;
  import_pairs(home, 1);
  Study first = home.study();
  CHECK(first.card()->question == "q0");
  CHECK(!home.study().card());
}

TEST_CASE("an undone answer lets the sibling come again") {
  Home home;
  import_pairs(home, 1);
  {
    Study study = home.study();
    study.grade(Quality::good, Millis{0});
  }
  CHECK(counts(*home.collection, {}, home.today()).fresh == 0);
  undo(*home.collection, home.today());
  CHECK(counts(*home.collection, {}, home.today()).fresh == 1);
}

TEST_CASE("reviews beyond the limit are deferred, and told per deck") {
  Home home;
  import_backlog(home, 30, 5, 1, "one");
  import_backlog(home, 20, 5, 2, "two");
  const DayRules rules{{}, 12, false};
  const Counts before = counts(*home.collection, {}, home.today(), rules);
  CHECK(before.due == 12);
  CHECK(before.deferred == 38);
  int deferred = 0;
  for (const DeckCounts& deck : before.decks) deferred += deck.deferred;
  CHECK(deferred == 38);
  {
    StudyOptions five = with_rules(rules);
    five.limit = 5;
    Study study = home.study(five);
    CHECK(answer_all(study) == 5);
  }
  CHECK(counts(*home.collection, {}, home.today(), rules).due == 7);
  Study rest = home.study(with_rules(rules));
  CHECK(rest.deferred() == 38);
  CHECK(answer_all(rest) == 7);
  const Counts after = counts(*home.collection, {}, home.today(), rules);
  CHECK(after.due == 0);
  CHECK(after.deferred == 38);
  CHECK(after.next_day == home.day + std::chrono::days{1});
}

TEST_CASE("a deck's own limits hold for it and those under it, within the limit of all") {
  Home home;
  import_backlog(home, 10, 5, 1, "es");
  import_backlog(home, 10, 5, 2, "es::verbs");
  import_backlog(home, 10, 5, 3, "de");
  change_settings(*home.collection, home.today(), "es", {{"reviews", "7"}, {"new", "1"}});
  change_settings(*home.collection, home.today(), "", {{"new", "3"}});
  home.import({{"a", "1"}, {"b", "2"}}, "es");
  home.import({{"c", "1"}, {"d", "2"}, {"e", "2"}}, "de");
  const Counts now = counts(*home.collection, {}, home.today());
  CHECK(now.due == 17);
  CHECK(now.deferred == 13);
  CHECK(now.fresh == 3);
  std::map<std::string, DeckCounts> decks;
  for (const DeckCounts& deck : now.decks) decks[deck.name] = deck;
  CHECK(decks["es"].due + decks["es::verbs"].due == 7);
  CHECK(decks["es"].fresh == 1);
  CHECK(decks["de"].fresh == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("limits and leech thresholds are no part of what an answer names") {
  Home home;
  home.import_seven();
  change_settings(*home.collection, home.today(), "", {{"reviews", "50"}, {"leech", "4"}});
  Study study = home.study();
  study.grade(Quality::good, Millis{0});
  int parameters = 0;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    parameters += line.what == "params";
    return true;
  });
  CHECK(parameters == 0);
  CHECK(home.damage().empty());
}

TEST_CASE("no sibling twice a day and no limit broken, however two sittings take turns") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& turns) {
    Home home;
    import_pairs(home, 8);
    import_backlog(home, 12, 9, 7);
    const DayRules rules{4, 6, false};
    {
      std::array<Study, 2> sittings{home.study(with_rules(rules)), home.study(with_rules(rules))};
      for (const std::uint8_t turn : turns) {
        Study& study = sittings[turn & 1U];
        if (!study.card()) continue;
        const int what = (turn >> 1U) % 8;
        if (what < 5) study.grade(static_cast<Quality>(what + 1), Millis{0});
        else if (what == 5) study.skip();
        else if (what == 6) study.undo();
        else study.bury();
      }
    }
    int fresh = 0, reviews = 0;
    for (const auto& [note, cards] : answered_on(home, home.day)) {
      RC_ASSERT(cards.size() == 1U);
      const bool first = history(*home.collection, CardId{*cards.begin()}).front().after.reviews == 1;
      first ? ++fresh : ++reviews;
    }
    RC_ASSERT(fresh <= 4);
    RC_ASSERT(reviews <= 6);
    RC_ASSERT(home.damage().empty());
  }));
}

TEST_CASE("the least likely to be remembered come first while there is a backlog") {
  Home home;
  import_backlog(home, 80, 40, 3);
  const auto chances = [&](StudyOptions::Order order) {
    StudyOptions options;
    options.order = order;
    Study study = home.study(options);
    std::vector<double> all;
    const auto sm2 = make_scheduler(Parameters{});
    for (int i = 0; i < 60; ++i) {
      all.push_back(sm2->recall(study.card()->memory, home.day));
      study.skip();
    }
    return all;
  };
  const auto by_recall = chances(StudyOptions::Order::recall);
  CHECK(std::is_sorted(by_recall.begin(), by_recall.end()));
  CHECK(chances(StudyOptions::Order::automatic) == by_recall);
  const auto by_due = chances(StudyOptions::Order::due);
  CHECK(!std::is_sorted(by_due.begin(), by_due.end()));
}

TEST_CASE("a sitting that goes on after others of the day says so") {
  Home home;
  home.import_seven();
  CHECK(!home.study().resumed());
  {
    StudyOptions three;
    three.limit = 3;
    Study study = home.study(three);
    answer_all(study);
  }
  Study study = home.study();
  REQUIRE(study.resumed());
  CHECK(study.resumed()->done == 3);
  CHECK(study.resumed()->of == 7);
}
