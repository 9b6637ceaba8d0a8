// Practice that changes no schedule, cards ahead of their day, and cards chosen for a budget of time.
#include "ebb/core/due_day.hpp"
#include "ebb/store/deck_settings.hpp"
#include "store/backlog.hpp"
#include "store/study/budget.hpp"
#include "store/study/queue.hpp"

using namespace ebb;

namespace {

StudyOptions cram(CramChoice choice = {}) {
  StudyOptions options;
  options.cram = std::move(choice);
  return options;
}

void answer_all(Study& study, Quality quality) {
  while (study.card()) study.grade(quality, Millis{0});
}

}  // namespace

TEST_CASE("a cram logs what was answered and changes no schedule") {
  Home home;
  home.import_seven();
  {
    StudyOptions three;
    three.limit = 3;
    Study study = home.study(three);
    answer_all(study, Quality::good);
  }
  const std::string before = home.picture();
  Study study = home.study(cram());
  CHECK(study.progress().total == 7);
  study.grade(Quality::again, Millis{500});
  CHECK(study.progress().left == 7);  // below Good comes again
  answer_all(study, Quality::good);
  CHECK(study.summary().answers == 8);
  CHECK(home.picture() == before);
  CHECK(home.damage().empty());
  rebuild(*home.collection, home.today());
  CHECK(home.picture() == before);
  int crams = 0;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    crams += line.kind == "cram";
    return true;
  });
  CHECK(crams == 8);
}

TEST_CASE("a cram is taken back and brought again like any answer") {
  Home home;
  home.import_seven();
  const std::string before = home.picture();
  Study study = home.study(cram());
  study.grade(Quality::good, Millis{0});
  CHECK(study.undo());
  CHECK(study.redo());
  CHECK(home.picture() == before);
  CHECK(home.damage().empty());
}

TEST_CASE("what was failed lately, and what was often forgotten, can be crammed") {
  Home home;
  home.import_seven();
  {
    StudyOptions five;
    five.limit = 5;
    Study study = home.study(five);
    for (int i = 0; i < 5; ++i) study.grade(i < 2 ? Quality::again : Quality::good, Millis{0});
  }
  CramChoice today;
  today.failed_days = 1;
  CHECK(home.study(cram(today)).progress().total == 2);
  home.next_day();
  CHECK(home.study(cram(today)).progress().total == 0);
  today.failed_days = 2;
  CHECK(home.study(cram(today)).progress().total == 2);
  {
    Study study = home.study();
    study.grade(Quality::again, Millis{0});
    answer_all(study, Quality::good);
  }
  home.next_day(8);
  {
    Study study = home.study();
    while (study.card() && study.kind() != QueuedCard::Kind::drill) study.grade(Quality::again, Millis{0});
  }
  CramChoice hard;
  hard.hard = true;
  // A lapse is the failure of a card that had been learnt.
  int lapsed = 0;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    lapsed += card.memory.lapses > 0;
    return true;
  });
  CHECK(lapsed > 0);
  CHECK(home.study(cram(hard)).progress().total == lapsed);
}

TEST_CASE("a review ahead counts only the days that passed") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    answer_all(study, Quality::good);
  }
  home.next_day();
  {
    Study study = home.study();
    answer_all(study, Quality::good);  // due in six days
  }
  home.next_day(3);
  CHECK(!home.study().card());
  StudyOptions ahead;
  ahead.ahead = 3;
  Study study = home.study(ahead);
  REQUIRE(study.card());
  const Memory before = study.card()->memory;
  const Memory promised = study.outlook()[4];
  const Memory after = study.grade(Quality::good, Millis{0}).after;
  CHECK(after == promised);
  CHECK(*after.due >= *before.due);                                // never sooner than it was
  CHECK(*after.due < home.day + std::chrono::days{after.interval});  // and not as if six days had passed
  CHECK(home.damage().empty());
}

TEST_CASE("what was answered today does not come ahead") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    answer_all(study, Quality::good);
  }
  StudyOptions ahead;
  ahead.ahead = 2;
  CHECK(!home.study(ahead).card());
}

TEST_CASE("a budget takes the cards that save most, and is used up") {
  Home home;
  import_backlog(home, 400, 60, 11);
  change_settings(*home.collection, home.today(), "", {{"new", "0"}});
  constexpr Millis budget{600000};
  StudyOptions options;
  options.budget = budget;
  Study study = home.study(options);
  REQUIRE(study.planned());
  const PlannedTime planned = *study.planned();
  CHECK(planned.of == 400);
  CHECK(planned.time.count() > 0.9 * budget.count());
  CHECK(planned.time.count() <= budget.count());
  CHECK(study.progress().total == planned.cards);
  // What the same time would have saved in the order of the due days.
  StudyOptions in_order;
  in_order.order = StudyOptions::Order::due;
  Leases none(":memory:");
  const auto times = answer_times(home.store());
  double saved = 0, seconds = 0;
  for (const QueuedCard& card : todays_queue(home.store(), in_order, home.today(), none).cards) {
    const CardWorth worth = worth_of(home.store(), card, home.today(), times);
    if (seconds + worth.seconds > 600) break;
    seconds += worth.seconds;
    saved += worth.saved;
  }
  CHECK(planned.saved >= 1.2 * saved);
}

TEST_CASE("the time that answers take is the median of the user's own") {
  Home home;
  home.import({{"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}, {"e", "1"}, {"f", "1"}, {"g", "1"}, {"h", "1"}, {"i", "1"}, {"j", "1"}});
  CHECK(answer_times(home.store()).review == 8);
  {
    Study study = home.study();
    while (study.card()) study.grade(Quality::good, Millis{20000});
  }
  home.next_day();
  {
    Study study = home.study();
    for (int i = 0; study.card(); ++i) study.grade(Quality::good, Millis{i < 6 ? 4000 : 60000});
  }
  CHECK(answer_times(home.store()).fresh == 20);
  CHECK(answer_times(home.store()).review == 4);
}

TEST_CASE("one card is one answer, whatever it is") {
  Home home;
  home.import_seven();
  StudyOptions one;
  one.once = true;
  Study study = home.study(one);
  study.grade(Quality::again, Millis{0});
  CHECK(!study.card());
}

TEST_CASE("one card is the first that no other terminal shows") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    answer_all(study, Quality::good);
  }
  home.next_day();
  StudyOptions one;
  one.once = true;
  Study other = home.study();
  CHECK(other.card()->question == "q1");
  Study study = home.study(one);
  REQUIRE(study.card());
  CHECK(study.card()->question == "q2");
}

TEST_CASE("a harder grade never gives a longer interval, early, in time or late") {
  std::uint64_t seed = 5;
  const auto draw = [&seed](int below) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((seed >> 33) % static_cast<std::uint64_t>(below));
  };
  for (const char* name : {"sm2", "anki", "fsrs"}) {
    Parameters parameters;
    parameters.scheduler = name;
    const auto scheduler = make_scheduler(parameters);
    for (int round = 0; round < 10000; ++round) {
      Memory memory;
      const Day first = day_from_number(20000);
      Day day = first;
      for (int answer = 0; answer < 1 + draw(6); ++answer) {
        memory = scheduler->answer(memory, static_cast<Quality>(2 + draw(4)), day);
        day += std::chrono::days{draw(std::max(2, memory.interval * 2))};
      }
      if (memory.step > 0 || drills_on(memory, day)) continue;
      const Outlook futures = chosen_outlook(*scheduler, memory, day, {seed, {}});
      for (std::size_t quality = 3; quality < 5; ++quality) {
        const bool never_longer = futures[quality].step > 0 || *futures[quality].due <= *futures[quality + 1].due;
        if (!never_longer) CHECK_MESSAGE(never_longer, name, " round ", round, " quality ", quality);
      }
    }
  }
}
