// Changes by hand: each does what it says, and any sequence of them followed by as many undos changes nothing.
#include <rapidcheck.h>

#include "ebb/core/error.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/store/purge.hpp"
#include "store/home.hpp"

using namespace ebb;

namespace {

ImportedNote note(const std::string& question, const std::string& answer, const std::string& deck = "dnn") {
  ImportedNote made;
  made.question = question;
  made.answer = answer;
  made.deck = deck;
  return made;
}

// Runs one change as one command; whether it changed anything.
template <typename Change>
bool command(const Home& home, Change change) {
  Edits edits(*home.collection, home.today());
  change(edits);
  return !edits.commit().empty();
}

std::vector<NoteId> live_notes(const Home& home) {
  std::vector<NoteId> notes;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    if (notes.empty() || notes.back() != card.card.note()) notes.push_back(card.card.note());
    return true;
  });
  return notes;
}

std::string decks_of(const Home& home) {
  std::string text;
  for (const std::string& name : deck_names(*home.collection)) text += name + " ";
  return text;
}

}  // namespace

TEST_CASE("a typed note is a card of its deck, and a later import of the same is no second one") {
  Home home;
  command(home, [](Edits& edits) { edits.add(note("q", "a", "new::deck")); });
  CHECK(decks_of(home) == "new::deck ");
  CHECK(card_count(*home.collection) == 1);
  CHECK(home.import({{"q", "a"}}, "new::deck").added == 0);
  CHECK(card_count(*home.collection) == 1);
  CHECK(home.damage().empty());
  CHECK(undo(*home.collection, home.today()));
  CHECK(undo(*home.collection, home.today())->what == "adding of \"q\"");
  CHECK(card_count(*home.collection) == 0);
}

TEST_CASE("an edit keeps the history and writes only what changed") {
  Home home;
  home.import_seven();
  home.study().grade(Quality::good, Millis{10});
  const auto before = find_note(*home.collection, NoteId{1});
  ImportedNote now = note(before->question, "another answer");
  now.tags = before->tags;
  CHECK(command(home, [&](Edits& edits) { edits.write(NoteId{1}, now); }));
  CHECK_FALSE(command(home, [&](Edits& edits) { edits.write(NoteId{1}, now); }));
  CHECK(find_card(*home.collection, card_of(NoteId{1}, 0), home.today())->memory.reviews == 1);
  CHECK(home.store().db().number("SELECT part FROM change WHERE what = 2") == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("an edited note gets and loses cards, and finds their history again") {
  Home home;
  home.import({{"front", "back"}});
  const auto reversed = [] {
    ImportedNote both = note("front", "back");
    both.cards.assign(2, {});
    both.cards[1].ordinal = 1;
    both.cards[1].question = "back";
    both.cards[1].answer = "front";
    return both;
  };
  command(home, [&](Edits& edits) { edits.write(NoteId{1}, reversed()); });
  CHECK(card_count(*home.collection) == 2);
  {
    Study study = home.study();
    study.grade(Quality::good, Millis{10});
    study.grade(Quality::good, Millis{10});
  }
  command(home, [&](Edits& edits) { edits.write(NoteId{1}, note("front", "back")); });
  CHECK(card_count(*home.collection) == 1);
  command(home, [&](Edits& edits) { edits.write(NoteId{1}, reversed()); });
  CHECK(find_card(*home.collection, card_of(NoteId{1}, 1), home.today())->memory.reviews == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a reset card is new, keeps its answers in the log, and learns from the start") {
  Home home;
  home.import({{"q", "a"}});
  home.study().grade(Quality::good, Millis{10});
  home.next_day();
  home.study().grade(Quality::good, Millis{10});
  const std::string before = home.picture();
  CHECK(command(home, [](Edits& edits) { edits.reset(card_of(NoteId{1}, 0)); }));
  CHECK(find_card(*home.collection, card_of(NoteId{1}, 0), home.today())->memory == Memory{});
  CHECK(home.damage().empty());
  home.study().grade(Quality::good, Millis{10});
  CHECK(find_card(*home.collection, card_of(NoteId{1}, 0), home.today())->memory.reviews == 1);
  CHECK(home.damage().empty());
  CHECK(undo(*home.collection, home.today()));
  CHECK(undo(*home.collection, home.today())->what == "reset of \"q\"");
  CHECK(home.picture() == before);
}

TEST_CASE("a due day moves, never before the last answer, and a new card has none") {
  Home home;
  home.import({{"q", "a"}, {"new", "b"}});
  home.study().grade(Quality::good, Millis{10});
  const CardId card = card_of(NoteId{1}, 0);
  CHECK(command(home, [&](Edits& edits) { edits.set_due(card, home.day + std::chrono::days{30}); }));
  CHECK(*find_card(*home.collection, card, home.today())->memory.due == home.day + std::chrono::days{30});
  CHECK(command(home, [&](Edits& edits) { edits.set_due(card, home.day - std::chrono::days{30}); }));
  CHECK(*find_card(*home.collection, card, home.today())->memory.due == home.day);
  CHECK_FALSE(command(home, [&](Edits& edits) { edits.set_due(card_of(NoteId{2}, 0), home.day); }));
  CHECK(home.damage().empty());
}

TEST_CASE("a tag is renamed with those under it, however its levels are written") {
  Home home;
  command(home, [](Edits& edits) {
    ImportedNote made = note("q", "a");
    made.tags = {"Verb::Irregular", "verb", "adverb"};
    edits.add(made);
  });
  command(home, [](Edits& edits) { edits.rename_tag(NoteId{1}, "verb", "grammar::v"); });
  CHECK(find_note(*home.collection, NoteId{1})->tags == std::vector<std::string>{"grammar::v::Irregular", "grammar::v", "adverb"});
  CHECK(tags_in_use(*home.collection).size() == 3);
  CHECK(notes_tagged(*home.collection, "GRAMMAR").size() == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a deck keeps the name that the user gave it when its file comes again") {
  Home home;
  home.import({{"q", "a"}}, "es", OnGone::orphan, true, "deck-id");
  command(home, [](Edits& edits) { edits.rename_deck("es", "Spanish"); });
  home.import({{"q", "b"}}, "es", OnGone::orphan, true, "deck-id");
  CHECK(decks_of(home) == "Spanish ");
  home.import({{"q", "b"}}, "español", OnGone::orphan, true, "deck-id");  // the file renamed it since
  CHECK(decks_of(home) == "español ");
  CHECK(home.damage().empty());
}

TEST_CASE("a name that a deck had before is free for another") {
  Home home;
  home.import({{"q", "a"}}, "es");
  command(home, [](Edits& edits) { edits.rename_deck("es", "fr"); });
  command(home, [](Edits& edits) { edits.add(note("other", "x", "es")); });
  CHECK(decks_of(home) == "es fr ");
  CHECK(notes_in_deck(*home.collection, "es") == 1);
  change_settings(*home.collection, home.today(), "es", {{"retention", "0.8"}});
  CHECK(parameters_of(*home.collection, "es").retention == doctest::Approx(0.8));
  CHECK(parameters_of(*home.collection, "fr").retention == doctest::Approx(0.9));
  Edits edits(*home.collection, home.today());
  CHECK_THROWS_WITH_AS(edits.rename_deck("es", "fr"), doctest::Contains("already"), Error);
}

TEST_CASE("undoing what was overwritten since says so and changes nothing") {
  Home home;
  home.import_seven();
  command(home, [](Edits& edits) { edits.tag(NoteId{1}, {"x"}, {}); });
  std::string first;
  for_each_entry(*home.collection, [&](const LogLine& line) { return first = line.entry, false; });
  command(home, [](Edits& edits) { edits.tag(NoteId{1}, {"y"}, {}); });
  const std::string before = home.picture(true);
  CHECK_THROWS_WITH_AS(undo(*home.collection, home.today(), first), doctest::Contains("overwritten since"), Error);
  CHECK(home.picture(true) == before);
  undo(*home.collection, home.today());
  CHECK(undo(*home.collection, home.today(), first)->what == "edit of \"q1\"");
}

TEST_CASE("near questions are found whatever their case and marks, and numbers tell them apart") {
  Home home;
  home.import({{"What is a gradient?", "a"}, {"Chapter 1: the beginning", "b"}, {"short", "c"}});
  CHECK(near_notes(*home.collection, {"what is a GRADIENT"}).size() == 1);
  CHECK(near_notes(*home.collection, {"What is the gradient?", "shirt"}).empty());
  CHECK(near_notes(*home.collection, {"What is a gradients?"}).size() == 1);
  CHECK(near_notes(*home.collection, {"Chapter 2: the beginning"}).empty());
}

namespace {

// One random command by hand; whether it was one. `seed` chooses what and on which.
bool any_command(Home& home, std::uint32_t seed) {
  const auto notes = live_notes(home);
  const NoteId one = notes.empty() ? NoteId{1} : notes[seed / 16 % notes.size()];
  const CardId card = card_of(one, 0);
  const int number = static_cast<int>(seed / 256 % 7);
  const std::string word = "w" + std::to_string(number);
  return command(home, [&](Edits& edits) {
    switch (seed % 16) {
      case 0: edits.add(note("added " + word, "x", "deck" + word)); break;
      case 1: edits.write(one, note("edited " + word, word)); break;
      case 2: edits.move(one, "deck" + word + "::under"); break;
      case 3: edits.tag(one, {word}, {"w1", "test"}); break;
      case 4: edits.rename_tag(one, "w2", word); break;
      case 5: edits.mark(one, number % 2 == 0); break;
      case 6: edits.remove(one); break;
      case 7: edits.suspend(card, number % 3 != 0); break;
      case 8: edits.bury(card, number % 3 != 0); break;
      case 9: edits.set_due(card, home.day + std::chrono::days{number}); break;
      case 10: edits.reset(card); break;
      case 11: {
        const auto decks = deck_names(*home.collection);
        try {
          if (!decks.empty()) edits.rename_deck(decks[seed / 16 % decks.size()], "renamed" + word);
        } catch (const Error&) {
          // the name is taken: nothing was written
        }
        break;
      }
      case 12: {
        const auto decks = deck_names(*home.collection);
        if (!decks.empty() && number == 0) edits.remove_deck(decks[seed / 16 % decks.size()]);
        break;
      }
      case 13: {  // many at once
        for (const NoteId each : notes) edits.tag(each, {word}, {});
        edits.suspend(card, true);
        break;
      }
      case 14: {
        ImportedNote both = note("both " + word, "back");
        both.cards.assign(2, {});
        both.cards[1].ordinal = 1;
        both.cards[1].question = "back";
        edits.write(one, both);
        break;
      }
      default: edits.remove(one); edits.add(note("instead " + word, "y")); break;
    }
  });
}

// An answer, an import, a setting, the next day: whether it wrote a command.
bool other_command(Home& home, std::uint32_t seed) {
  switch (seed % 4) {
    case 0: return home.next_day(static_cast<int>(seed / 4 % 3)), false;
    case 1: return !home.import({{"q1", "a1"}, {"q2", "from file " + std::to_string(seed % 5)}, {"fresh " + std::to_string(seed % 7), "x"}}).batch.empty();
    case 2: return change_settings(*home.collection, home.today(), "", {{"retention", "0.8" + std::to_string(seed % 9)}}) > 0;
    default: break;
  }
  Study study = home.study();
  if (!study.card()) return false;
  study.grade(static_cast<Quality>(seed / 4 % 6), Millis{seed % 1000});
  return true;
}

// Few enough that a hundred cases are over soon: each command is a write to the disk.
std::vector<std::uint32_t> some_seeds() {
  auto seeds = *rc::gen::arbitrary<std::vector<std::uint32_t>>();
  if (seeds.size() > 25) seeds.resize(25);
  return seeds;
}

std::string whole_picture(const Home& home) {
  std::string text = home.picture() + decks_of(home) + "\n";
  for (const TagCount& tag : tags_in_use(*home.collection)) text += tag.name + " " + std::to_string(tag.notes) + "\n";
  return text;
}

}  // namespace

TEST_CASE("any verbs followed by as many undos change nothing, redos bring them again, and the doctor finds nothing") {
  CHECK(rc::check([] {
    const auto seeds = some_seeds();
    Home home;
    home.import_seven();
    const std::string before = whole_picture(home);
    int commands = 0;
    for (const std::uint32_t seed : seeds) commands += seed % 3 == 0 ? other_command(home, seed / 3) : any_command(home, seed / 3);
    const std::string after = whole_picture(home);
    RC_ASSERT(home.damage().empty());
    for (int i = 0; i < commands; ++i) RC_ASSERT(undo(*home.collection, home.today()).has_value());
    RC_ASSERT(whole_picture(home) == before);
    RC_ASSERT(home.damage().empty());
    for (int i = 0; i < commands; ++i) RC_ASSERT(redo(*home.collection, home.today()).has_value());
    RC_ASSERT(whole_picture(home) == after);
    RC_ASSERT(home.damage().empty());
  }));
}

TEST_CASE("the doctor finds nothing after any verbs with purges and undos of anything among them") {
  CHECK(rc::check([] {
    const auto seeds = some_seeds();
    Home home;
    home.import_seven();
    for (const std::uint32_t seed : seeds) {
      if (seed % 5 == 0) {
        try {
          undo(*home.collection, home.today(), std::to_string(seed / 5 % 40 + 1));
        } catch (const Error&) {
          // that one cannot be undone
        }
      } else if (seed % 29 == 1) {
        seal(*home.collection, home.today());
        const auto notes = live_notes(home);
        if (!notes.empty()) purge(*home.collection, home.today(), {notes[seed / 29 % notes.size()]});
      } else {
        any_command(home, seed / 5);
      }
    }
    RC_ASSERT(home.damage() == "");
  }));
}
