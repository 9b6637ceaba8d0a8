// Finding a card again whose name changed: ids added, questions mended, decks renamed, cards moved.
#include "store/home.hpp"

using namespace ebb;

namespace {

int reviews_of(Home& home, const std::string& question) {
  int reviews = -1;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    if (card.question == question) reviews = card.memory.reviews;
    return true;
  });
  return reviews;
}

void answer_first(Home& home) {
  Study study = home.study();
  study.grade(Quality::good, Millis{0});
}

}  // namespace

TEST_CASE("a question fixed by one character is the same card, and the match is told with its likeness") {
  Home home;
  home.import({{"What is the capital of Frnace?", "Paris"}, {"Another question entirely", "x"}});
  answer_first(home);
  const ImportPlan plan = home.import({{"What is the capital of France?", "Paris"}, {"Another question entirely", "x"}});
  CHECK(plan.edited == 1);
  CHECK(plan.gone == 0);
  REQUIRE(plan.changes.size() == 1);
  CHECK(plan.changes[0].likeness >= 0.85);
  CHECK(reviews_of(home, "What is the capital of France?") == 1);
  CHECK(home.import({{"What is the capital of France?", "Paris"}, {"Another question entirely", "x"}}).same == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("a card close to two that are gone is ambiguous: kept as new, and told") {
  Home home;
  home.import({{"to have (tener), form 1", "a"}, {"to have (tener), form 2", "b"}, {"rest", "c"}, {"more", "d"}});
  const ImportPlan plan = home.import({{"to have (tener), form 3", "z"}, {"rest", "c"}, {"more", "d"}});
  CHECK(plan.ambiguous == 1);
  CHECK(plan.added == 1);
  CHECK(plan.gone == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("what is not alike is a new card and a gone one") {
  Home home;
  home.import({{"alpha", "a"}, {"beta", "b"}});
  const ImportPlan plan = home.import({{"alpha", "a"}, {"completely different", "b"}});
  CHECK(plan.added == 1);
  CHECK(plan.gone == 1);
}

TEST_CASE("cards of one file are never matched with each other") {
  Home home;
  CHECK(home.import({{"What is the capital of France?", "a"}, {"What is the capital of Franca?", "b"}}).added == 2);
}

TEST_CASE("a file that gains ids keeps every card") {
  Home home;
  home.import({{"one", "1"}, {"two", "2"}});
  answer_first(home);
  const ImportPlan plan = home.import({{"a|one", "1"}, {"b|two", "2"}});
  CHECK(plan.added == 0);
  CHECK(plan.gone == 0);
  CHECK(reviews_of(home, "one") == 1);
  CHECK(home.import({{"a|one, edited a lot and then some", "1"}, {"b|two", "2"}}).edited == 1);
  CHECK(reviews_of(home, "one, edited a lot and then some") == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a deck file under another name keeps its cards and their history") {
  Home home;
  home.import({{"one", "1"}, {"two", "2"}, {"three", "3"}}, "old name");
  answer_first(home);
  const ImportPlan plan = home.import({{"one", "1"}, {"two", "2"}, {"three", "3"}}, "new name");
  CHECK(plan.added == 0);
  CHECK(plan.moved == 3);
  CHECK(plan.told.size() == 1);
  CHECK(reviews_of(home, "one") == 1);
  CHECK(card_count(*home.collection) == 3);
  CHECK(home.import({{"one", "1"}, {"two", "2"}, {"three", "3"}}, "new name").same == 3);
  CHECK(home.damage().empty());
}

TEST_CASE("a deck that gains an id, and then a new name, is the same deck") {
  Home home;
  home.import({{"one", "1"}}, "name");
  CHECK(home.import({{"one", "1"}}, "name", OnGone::orphan, true, "deck-7").added == 0);
  CHECK(home.import({{"one", "1"}}, "another name", OnGone::orphan, true, "deck-7").added == 0);
  CHECK(card_count(*home.collection) == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a card that moves between two decks of one file moves with its history") {
  Home home;
  const auto import = [&](const std::string& moved_to) {
    Importer importer(*home.collection, home.today(), OnGone::orphan);
    for (const auto& [deck, question] : {std::pair<std::string, std::string>{"a", "stays a"}, {"b", "stays b"}, {moved_to, "moves"}}) {
      ImportedNote note;
      note.deck = deck;
      note.question = question;
      note.answer = "x";
      importer.note(std::move(note));
    }
    const ImportPlan plan = importer.finish();
    importer.commit();
    return plan;
  };
  import("a");
  const ImportPlan plan = import("b");
  CHECK(plan.moved == 1);
  CHECK(plan.added == 0);
  CHECK(plan.gone == 0);
  CHECK(import("b").same == 3);
  CHECK(home.damage().empty());
}

TEST_CASE("two decks with the same fronts and other answers are two decks") {
  Home home;
  home.import({{"the house", "das Haus"}, {"the dog", "der Hund"}, {"the cat", "die Katze"}}, "german");
  CHECK(home.import({{"the house", "la casa"}, {"the dog", "el perro"}, {"the cat", "el gato"}}, "spanish").added == 3);
  CHECK(card_count(*home.collection) == 6);
}

TEST_CASE("cards that stand in another deck too are told, and stay in both") {
  Home home;
  home.import({{"one", "1"}, {"two", "2"}}, "first");
  const ImportPlan plan = home.import({{"one", "1"}, {"three", "3"}}, "second");
  CHECK(plan.added == 2);
  REQUIRE(plan.told.size() == 1);
  CHECK(plan.told[0].find("1 of 2 cards of the deck first") == 0);
}

TEST_CASE("a short front with the same answer is an edited card") {
  Home home;
  home.import({{"perro", "dog"}, {"gato", "cat"}});
  answer_first(home);
  const ImportPlan plan = home.import({{"perros", "dog"}, {"gato", "cat"}});
  CHECK(plan.edited == 1);
  CHECK(plan.gone == 0);
  CHECK(reviews_of(home, "perros") == 1);
}
