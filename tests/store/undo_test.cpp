// Undo and redo, also tomorrow, and over any sequence of commands.
#include <rapidcheck.h>

#include "ebb/core/error.hpp"
#include "ebb/store/edit.hpp"
#include "store/home.hpp"

using namespace ebb;

TEST_CASE("one undo takes back one command, however much it changed") {
  Home home;
  home.import_seven();
  Study(*home.collection, {}, [&] { return home.today(); }).grade(Quality::good, Millis{0});
  home.next_day();
  home.open(Purpose::write);
  auto answer = undo(*home.collection, home.today());
  REQUIRE(answer);
  CHECK(answer->what == "Good on \"q1\"");
  CHECK(answer->told == "The card is new again.");
  auto import = undo(*home.collection, home.today());
  REQUIRE(import);
  CHECK(import->what == "import of 7 cards");
  CHECK(card_count(*home.collection) == 0);
  CHECK(!undo(*home.collection, home.today()));
  CHECK(home.damage().empty());
  CHECK(redo(*home.collection, home.today())->what == "import of 7 cards");
  CHECK(card_count(*home.collection) == 7);
  CHECK(redo(*home.collection, home.today())->what == "Good on \"q1\"");
  CHECK(!redo(*home.collection, home.today()));
  CHECK(home.damage().empty());
}

TEST_CASE("an undone import keeps the reviews and says how many cards had some") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    study.grade(Quality::good, Millis{0});
  }
  const std::string import = home.import_seven().batch;
  CHECK(import.empty());  // the same file again: nothing to write
  const auto lines = [&] {
    std::vector<LogLine> all;
    for_each_entry(*home.collection, [&](const LogLine& line) {
      all.push_back(line);
      return true;
    });
    return all;
  };
  const std::string batch = lines().back().batch;
  const auto result = undo(*home.collection, home.today(), batch);
  REQUIRE(result);
  CHECK(result->reviewed == 1);
  CHECK(card_count(*home.collection) == 0);
  CHECK(home.damage().empty());
  CHECK(home.import_seven().added == 7);  // the file again: the cards are back with their history
  CHECK(history(*home.collection, card_of(NoteId{1}, 0)).size() == 1);
  CHECK(card_count(*home.collection) == 7);
  CHECK(home.damage().empty());
}

TEST_CASE("an answer under later ones can be undone, and the schedule is folded anew") {
  Home home;
  home.import({{"q", "a"}});
  std::vector<std::string> entries;
  for (int i = 0; i < 3; ++i) {
    Study study = home.study();
    entries.push_back(study.grade(Quality::good, Millis{0}).entry);
    home.next_day(i == 0 ? 1 : 6);
  }
  const auto result = undo(*home.collection, home.today(), entries[1]);
  REQUIRE(result);
  CHECK(result->told.find("The card is due") == 0);
  const auto lived = history(*home.collection, card_of(NoteId{1}, 0));
  REQUIRE(lived.size() == 2);
  CHECK(lived[1].after.repetitions == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("what cannot be undone says why") {
  Home home;
  home.import({{"q", "a"}});
  Study study = home.study();
  const std::string entry = study.grade(Quality::good, Millis{0}).entry;
  undo(*home.collection, home.today(), entry);
  CHECK_THROWS_WITH_AS(undo(*home.collection, home.today(), entry), doctest::Contains("undone already"), Error);
  CHECK_THROWS_WITH_AS(undo(*home.collection, home.today(), "999"), doctest::Contains("no entry 999"), Error);
  CHECK_THROWS_WITH_AS(undo(*home.collection, home.today(), "rubbish"), doctest::Contains("no entry"), Error);
}

TEST_CASE("redo is over once something else followed") {
  Home home;
  home.import_seven();
  {
    Study study = home.study();
    study.grade(Quality::good, Millis{0});
  }
  undo(*home.collection, home.today());
  seal(*home.collection, home.today());  // a seal is no command
  CHECK(redo(*home.collection, home.today()));
  undo(*home.collection, home.today());
  {
    Study study = home.study();
    study.grade(Quality::easy, Millis{0});
  }
  CHECK(!redo(*home.collection, home.today()));
}

TEST_CASE("a whole sitting is taken back at once, and redone at once") {
  Home home;
  home.import_seven();
  {
    Study earlier = home.study();
    earlier.grade(Quality::good, Millis{0});
  }
  const std::string before = home.picture();
  {
    Study study = home.study();
    for (int i = 0; i < 4; ++i) study.grade(i % 2 ? Quality::good : Quality::again, Millis{100});
  }
  const std::string after = home.picture();
  const auto result = undo_sitting(*home.collection, home.today());
  REQUIRE(result);
  CHECK(result->entries == 4);
  CHECK(home.picture() == before);
  CHECK(redo(*home.collection, home.today()));
  CHECK(home.picture() == after);
  CHECK(home.damage().empty());
}

TEST_CASE("any commands followed by as many undos give the collection back, and redos bring it again") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& choices) {
    Home home;
    home.import_seven();
    const std::string before = home.picture();
    int commands = 0;
    for (const std::uint8_t choice : choices) {
      Study study = home.study();
      const int kind = choice % 10;
      if (kind == 9) home.next_day();
      else if (kind == 8) commands += !home.import({{"q1", "a1"}, {"q2", "edited " + std::to_string(choice)}, {"new " + std::to_string(choice), "x"}}).batch.empty();
      else if (!study.card()) continue;
      else if (kind == 7) study.mark(), ++commands;
      else if (kind == 6) study.suspend(), ++commands;
      else study.grade(static_cast<Quality>(kind), Millis{choice}), ++commands;
    }
    const std::string after = home.picture();
    for (int i = 0; i < commands; ++i) RC_ASSERT(undo(*home.collection, home.today()).has_value());
    RC_ASSERT(home.picture() == before);
    RC_ASSERT(home.damage().empty());
    for (int i = 0; i < commands; ++i) RC_ASSERT(redo(*home.collection, home.today()).has_value());
    RC_ASSERT(home.picture() == after);
    RC_ASSERT(home.damage().empty());
  }));
}

TEST_CASE("a sitting brings back its own answer only, not what another terminal undid since") {
  Home home;
  home.import_seven();
  Study study = home.study();
  study.grade(Quality::good, Millis{0});
  const std::string second = study.grade(Quality::good, Millis{0}).entry;
  REQUIRE(study.undo());
  REQUIRE(undo(*home.collection, home.today()));  // elsewhere: it takes the first answer
  CHECK(!study.redo());
  CHECK(redo(*home.collection, home.today())->what == "Good on \"q1\"");
  CHECK(study.redo()->entry == second);
  CHECK(home.damage().empty());
}

TEST_CASE("a large batch is taken back although its first thousand entries were overwritten") {
  Home home;
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 1100; ++i) many.emplace_back("q" + std::to_string(i), "a");
  home.import(many);
  std::vector<CardId> cards;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) { return cards.push_back(card.card), true; });
  std::string suspension;
  {
    Edits edits(*home.collection, home.today());
    for (const CardId card : cards) edits.suspend(card, true);
    suspension = edits.commit();
  }
  {
    Edits edits(*home.collection, home.today());
    for (int i = 0; i < 1050; ++i) edits.suspend(cards[static_cast<std::size_t>(i)], false);
    edits.commit();
  }
  REQUIRE(undo(*home.collection, home.today(), suspension));
  CHECK(suspended_count(*home.collection) == 0);
}

TEST_CASE("today's limit is what was asked, whatever the user's own rule says") {
  Home home;
  std::vector<std::pair<std::string, std::string>> twenty;
  for (int i = 0; i < 20; ++i) twenty.emplace_back("q" + std::to_string(i), "a");
  home.import(twenty);
  StudyOptions options;
  options.rules.fresh = 50;
  options.new_limit = 10;  // also what is built in
  CHECK(home.study(options).progress().total == 10);
}
