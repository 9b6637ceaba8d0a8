// Decks with schedulers of their own: settings, what is logged, switching, moving, undoing.
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <sstream>

#include "ebb/core/settings.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/futures.hpp"
#include "ebb/store/schedule.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/home.hpp"
#include "store/log/batch.hpp"
#include "store/merging.hpp"
#include "store/study/record.hpp"

using namespace ebb;

namespace {

int set(Home& home, const std::string& deck, const std::string& key, const std::string& value) {
  return change_settings(*home.collection, home.today(), deck, {{key, value}});
}

CardId card(int note) { return card_of(NoteId{note}, 0); }

Memory memory_of(Home& home, CardId id) { return find_card(*home.collection, id, home.today())->memory; }

Memory answer(Home& home, CardId id, int quality) {
  return record(home.store(), home.today(), id, static_cast<Quality>(quality), Millis{1000}, 0).after;
}

// Answers of every kind over some weeks.
void live(Home& home, int seed = 0) {
  for (int day = 0; day < 8; ++day) {
    for (int note = 1; note <= 7; ++note)
      if ((note + day) % 2 == 0) answer(home, card(note), 2 + (note * 5 + day + seed) % 4);
    home.next_day(3);
  }
}

}  // namespace

TEST_CASE("a deck's settings hold for the decks under it, unless they have their own") {
  Home home;
  home.import({{"a", "1"}}, "es");
  home.import({{"b", "2"}}, "es::verbs");
  home.import({{"c", "3"}}, "fr");
  CHECK(set(home, "es", "scheduler", "fsrs") == 1);
  CHECK(set(home, "es::verbs", "retention", "85%") == 1);
  CHECK(set(home, "", "steps", "none") == 1);
  CHECK(parameters_of(*home.collection, "es::verbs").scheduler == "fsrs");
  CHECK(parameters_of(*home.collection, "es::verbs").retention == 0.85);
  CHECK(parameters_of(*home.collection, "es").retention == 0.9);
  CHECK(parameters_of(*home.collection, "fr").scheduler == "sm2");
  CHECK(parameters_of(*home.collection, "fr").steps.empty());
  for (const DeckSetting& one : deck_settings(*home.collection, "es::verbs")) {
    if (one.key == "scheduler") CHECK(one.origin == "es");
    if (one.key == "retention") CHECK(one.origin == "es::verbs");
    if (one.key == "steps") CHECK(one.origin == "all decks");
    if (one.key == "fuzz") CHECK(one.origin == "built in");
  }
  home.import({{"d", "4"}}, "es::nouns");  // a deck that comes later inherits too
  CHECK(parameters_of(*home.collection, CardId{card(4)}).scheduler == "fsrs");
  CHECK(answer(home, card(4), 4).stability > 0);
  CHECK(set(home, "es", "scheduler", "fsrs") == 0);
  CHECK(set(home, "es", "scheduler", "") == 1);
  CHECK(parameters_of(*home.collection, "es::verbs").scheduler == "sm2");
  CHECK(home.damage().empty());
}

TEST_CASE("a setting that does not fit, or of a deck that is not there, is refused and nothing is written") {
  Home home;
  home.import_seven();
  const std::string before = home.picture(true);
  CHECK_THROWS_AS(set(home, "dnn", "retention", "1.5"), Error);
  CHECK_THROWS_AS(set(home, "dnn", "scheduler", "sm3"), Error);
  CHECK_THROWS_AS(set(home, "dnn", "retnetion", "0.9"), Error);
  CHECK_THROWS_AS(set(home, "nowhere", "retention", "0.9"), Error);
  CHECK(home.picture(true) == before);
}

TEST_CASE("the preview is the result, with spread, balance, steps and exam, under each scheduler") {
  CHECK(rc::check([] {
    Home home;
    home.import_seven();
    set(home, "dnn", "scheduler", *rc::gen::elementOf(std::vector<std::string>{"sm2", "fsrs", "anki"}));
    if (*rc::gen::arbitrary<bool>()) set(home, "dnn", "balance", "on");
    if (*rc::gen::arbitrary<bool>()) set(home, "dnn", "steps", "none");
    if (*rc::gen::arbitrary<bool>()) set(home, "dnn", "exam", iso_date(home.day + std::chrono::days{40}));
    for (int step = 0; step < 15; ++step) {
      const CardId id = card(*rc::gen::inRange(1, 8));
      const int quality = *rc::gen::inRange(0, 6);
      const Futures futures = futures_of(*home.collection, id, home.day);
      const Memory after = answer(home, id, quality);
      RC_ASSERT(after == futures.outlook[static_cast<std::size_t>(quality)]);
      RC_ASSERT(*after.due > home.day);
      for (std::size_t q = 3; q < 6; ++q)
        if (futures.outlook[q - 1].step == 0 && futures.outlook[q].step == 0)
          RC_ASSERT(*futures.outlook[q - 1].due <= *futures.outlook[q].due);
      home.next_day(*rc::gen::inRange(0, 12));
    }
    RC_ASSERT(home.damage().empty());
  }));
}

TEST_CASE("the stored memory is the fold of the log, whatever is switched, moved and undone in between") {
  CHECK(rc::check([] {
    Home home;
    home.import_seven();
    const std::vector<std::pair<std::string, std::string>> changes{
        {"scheduler", "fsrs"}, {"scheduler", "anki"}, {"scheduler", "sm2"}, {"retention", "0.8"}, {"steps", "1m 2d"}, {"fuzz", "off"}};
    for (int step = 0; step < 40; ++step) {
      switch (*rc::gen::inRange(0, 8)) {
        case 0: {
          const auto& [key, value] = changes[static_cast<std::size_t>(*rc::gen::inRange(0, 6))];
          set(home, "dnn", key, value);
          break;
        }
        case 1:
          if (const auto next = undoable(*home.collection); next && !next->what.starts_with("import")) undo(*home.collection, home.today());
          break;
        case 2: redo(*home.collection, home.today()); break;
        case 3: reschedule(*home.collection, home.today(), plan_moves(*home.collection, {}, home.today())); break;
        case 4: home.next_day(*rc::gen::inRange(1, 20)); break;
        default: answer(home, card(*rc::gen::inRange(1, 8)), *rc::gen::inRange(0, 6));
      }
    }
    RC_ASSERT(home.damage() == "");
  }));
}

TEST_CASE("switching to another scheduler and back changes nothing, and moves no due day") {
  Home home, stayed;
  for (Home* one : {&home, &stayed}) {
    one->import_seven();
    live(*one);
  }
  std::vector<Day> due;
  for (int note = 1; note <= 7; ++note) due.push_back(*memory_of(home, card(note)).due);
  set(home, "dnn", "scheduler", "fsrs");
  for (int note = 1; note <= 7; ++note) CHECK(memory_of(home, card(note)).due == due[static_cast<std::size_t>(note - 1)]);
  CHECK(futures_of(*home.collection, card(1), home.day).now.stability > 0);
  set(home, "dnn", "scheduler", "sm2");
  for (int note = 1; note <= 7; ++note) CHECK(answer(home, card(note), 4) == answer(stayed, card(note), 4));
}

TEST_CASE("after switching, an answer counts the whole history under the new scheduler") {
  Home home, always;
  home.import_seven();
  always.import_seven();
  for (Home* one : {&home, &always}) {
    set(*one, "dnn", "fuzz", "off");
    set(*one, "dnn", "steps", "none");
    set(*one, "dnn", "relearning", "none");
  }
  set(always, "dnn", "scheduler", "fsrs");
  live(home);
  live(always);
  set(home, "dnn", "scheduler", "fsrs");
  for (int note = 1; note <= 7; ++note) {
    const Memory switched = answer(home, card(note), 4), same = answer(always, card(note), 4);
    CHECK(switched.stability == same.stability);
    CHECK(switched.difficulty == same.difficulty);
    CHECK(switched.reviews == same.reviews);
  }
  CHECK(home.damage().empty());
}

TEST_CASE("a card that came with a schedule goes on from it, under each scheduler") {
  Home home;
  home.import_seven();
  Memory seed;
  seed.reviews = 9;
  seed.repetitions = 5;
  seed.lapses = 1;
  seed.interval = 30;
  seed.ease = 230;
  seed.last = home.day - std::chrono::days{30};
  seed.due = home.day;
  {
    Batch batch(home.store(), home.today());
    const std::string text = seed_text(seed);
    batch.append_to_note(NoteId{1}, {What::card_seed, 0, 0, {}, {}, {}, {}, text});
    refold_card(home.store(), card(1));
    batch.commit();
  }
  CHECK(memory_of(home, card(1)) == seed);
  CHECK(home.damage().empty());
  const Outlook sm2 = futures_of(*home.collection, card(1), home.day).outlook;
  CHECK(sm2[4].interval == 69);  // 30 × 2.30
  set(home, "dnn", "fuzz", "off");
  set(home, "dnn", "scheduler", "anki");
  CHECK(futures_of(*home.collection, card(1), home.day).outlook[4].interval == 69);
  set(home, "dnn", "scheduler", "fsrs");
  const Memory fsrs = futures_of(*home.collection, card(1), home.day).outlook[4];
  CHECK(fsrs.stability > 30);  // the published conversion: the stability was the interval
  CHECK(fsrs.interval == static_cast<int>(std::lround(fsrs.stability)));
  const Memory after = answer(home, card(1), 4);
  CHECK(after.reviews == 10);
  const auto rows = tally(*home.collection, home.day, home.day);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].band != Band::first);
  CHECK(home.damage().empty());
  undo(*home.collection, home.today());
  CHECK(memory_of(home, card(1)) == seed);
  CHECK(tally(*home.collection, home.day, home.day).empty());
}

TEST_CASE("moving cards to where the settings of now put them is planned, done and undone") {
  Home home;
  home.import_seven();
  live(home);
  set(home, "dnn", "scheduler", "fsrs");
  set(home, "dnn", "retention", "0.7");
  set(home, "dnn", "steps", "none");
  set(home, "dnn", "relearning", "none");
  const std::string before = home.picture();
  const auto moves = plan_moves(*home.collection, {}, home.today());
  REQUIRE(!moves.empty());
  CHECK(home.picture() == before);
  reschedule(*home.collection, home.today(), moves);
  for (const Move& move : moves) {
    const Memory memory = memory_of(home, move.card);
    CHECK(memory.due == move.due);
    CHECK(*memory.due >= home.day);
    CHECK(memory.stability > 0);
  }
  CHECK(home.damage().empty());
  CHECK(plan_moves(*home.collection, {}, home.today()).empty());
  undo(*home.collection, home.today());
  CHECK(home.picture() == before);
  CHECK(home.damage().empty());
}

TEST_CASE("parameters that an answer had to log are not something to undo") {
  Home home;
  home.import_seven();
  set(home, "dnn", "scheduler", "fsrs");
  answer(home, card(1), 4);
  CHECK(undoable(*home.collection)->what.find("Good on") == 0);
  undo(*home.collection, home.today());
  CHECK(undoable(*home.collection)->what.find("setting of") == 0);
  undo(*home.collection, home.today());
  CHECK(parameters_of(*home.collection, "dnn").scheduler == "sm2");
  CHECK(undoable(*home.collection)->what.find("import") == 0);
}

TEST_CASE("settings and parameters come with a merge, and another machine schedules alike") {
  Home here, there;
  here.import_seven();
  set(here, "dnn", "scheduler", "fsrs");
  live(here);
  reschedule(*here.collection, here.today(), plan_moves(*here.collection, {}, here.today()));
  merge(here, there);
  there.day = here.day;
  CHECK(there.picture() == here.picture());
  CHECK(there.damage().empty());
  CHECK(parameters_of(*there.collection, "dnn").scheduler == "fsrs");
  for (int note = 1; note <= 7; ++note) CHECK(answer(there, card(note), 4) == answer(here, card(note), 4));
}

TEST_CASE("the order in which entries arrive does not matter") {
  Home here;
  here.import_seven();
  live(here);
  set(here, "dnn", "scheduler", "fsrs");
  live(here, 1);
  reschedule(*here.collection, here.today(), plan_moves(*here.collection, {}, here.today()));
  undo(*here.collection, here.today());
  std::vector<std::string> entries;
  for_each_entry_json(*here.collection, [&](const std::string& entry) {
    entries.push_back(entry);
    return true;
  });
  const auto sorted_picture = [](const Home& home) {
    std::vector<std::string> lines;
    std::istringstream picture(home.picture());
    for (std::string line; std::getline(picture, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    std::vector<std::string> shuffled = entries;
    for (std::size_t i = shuffled.size() - 1; i > 0; --i) std::swap(shuffled[i], shuffled[random() % (i + 1)]);
    Home there;
    there.day = here.day;
    Importer importer(*there.collection, there.today(), OnGone::orphan);
    for (const std::string& entry : shuffled) importer.entry({entry});
    importer.finish();
    importer.commit();
    CHECK(sorted_picture(there) == sorted_picture(here));
    CHECK(there.damage().empty());
  }
}

TEST_CASE("answers given elsewhere before a schedule came are history: they count, and FSRS learns from them") {
  Home home;
  home.import_seven();
  live(home);
  const Memory lived = memory_of(home, card(1));
  Memory seed;
  seed.reviews = 20;
  seed.repetitions = 4;
  seed.interval = 40;
  seed.ease = 210;
  seed.last = home.day - std::chrono::days{1};
  seed.due = home.day + std::chrono::days{39};
  {
    Batch batch(home.store(), home.today());
    const std::string text = seed_text(seed);
    batch.append_to_note(NoteId{1}, {What::card_seed, 0, 0, {}, {}, {}, {}, text});
    refold_card(home.store(), card(1));
    batch.commit();
  }
  CHECK(lived != seed);
  CHECK(memory_of(home, card(1)) == seed);
  CHECK(home.damage().empty());
  set(home, "dnn", "scheduler", "fsrs");
  const Memory now = futures_of(*home.collection, card(1), home.day).now;
  CHECK(now.stability > 0);  // from the history, since the schedule brought none
  CHECK(now.interval == 40);
  CHECK(now.due == seed.due);
  home.next_day(45);
  answer(home, card(1), 4);
  CHECK(home.damage().empty());
}
