// Importing: the three-way compare, repeats, orphans, one transaction.
#include "store/fold/fold.hpp"
#include "store/home.hpp"
#include "store/log/batch.hpp"

using namespace ebb;

namespace {

PlannedChange::Kind only_kind(const ImportPlan& plan) {
  REQUIRE(plan.changes.size() == 1);
  return plan.changes[0].kind;
}

CardView card_asking(Home& home, const std::string& question) {
  CardView found;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    if (card.question == question) found = card;
    return true;
  });
  return found;
}

// What `ebb edit` will do: the user's own edit of a note.
void edit_by_hand(Home& home, const std::string& question, const std::string& answer) {
  const CardView card = card_asking(home, question);
  Batch batch(home.store(), home.today());
  Change change{What::note_text, 0, 2, {}, {}, {}, answer, {}};
  batch.append_to_note(card.card.note(), change);
  refold_note(home.store(), card.card.note());
  batch.commit();
}

}  // namespace

TEST_CASE("the same file again changes nothing and writes nothing") {
  Home home;
  CHECK(home.import_seven().added == 7);
  const std::string before = home.picture(true);
  const ImportPlan again = home.import_seven();
  CHECK(again.same == 7);
  CHECK(again.added + again.edited + again.moved + again.gone + again.ambiguous == 0);
  CHECK(again.batch.empty());
  CHECK(home.picture(true) == before);
  CHECK(home.damage().empty());
}

TEST_CASE("a plan that is not committed changes nothing") {
  Home home;
  home.import({{"q", "a"}});
  const std::string before = home.picture(true);
  CHECK(home.import({{"q", "b"}, {"new", "n"}}, "dnn", OnGone::orphan, false).edited == 1);
  CHECK(home.picture(true) == before);
}

TEST_CASE("an edited answer updates the card and keeps its history") {
  Home home;
  home.import({{"q", "a"}});
  Study(*home.collection, {}, [&] { return home.today(); }).grade(Quality::good, Millis{0});
  const ImportPlan plan = home.import({{"q", "better"}});
  CHECK(plan.edited == 1);
  CHECK(only_kind(plan) == PlannedChange::Kind::edited);
  CHECK(plan.changes[0].old_answer == "a");
  CHECK(plan.changes[0].answer == "better");
  const CardView card = card_asking(home, "q");
  CHECK(card.answer == "better");
  CHECK(card.memory.reviews == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("an edited question keeps its history when the file has ids") {
  Home home;
  home.import({{"x1|old question", "a"}});
  Study(*home.collection, {}, [&] { return home.today(); }).grade(Quality::good, Millis{0});
  CHECK(home.import({{"x1|something else entirely", "a"}}).edited == 1);
  CHECK(card_asking(home, "something else entirely").memory.reviews == 1);
}

TEST_CASE("two notes that swap their ids are both edited") {
  Home home;
  home.import({{"1|red", "rot"}, {"2|blue", "blau"}});
  CHECK(home.import({{"2|red", "rot"}, {"1|blue", "blau"}}).edited == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("only the user edited: the edit stays, and the file counts as the same") {
  Home home;
  home.import({{"q", "a"}});
  edit_by_hand(home, "q", "mine");
  CHECK(home.import({{"q", "a"}}).same == 1);
  CHECK(card_asking(home, "q").answer == "mine");
}

TEST_CASE("both edited: the user's stays, both are shown, and the next import is quiet") {
  Home home;
  home.import({{"q", "a"}});
  edit_by_hand(home, "q", "mine");
  const ImportPlan plan = home.import({{"q", "theirs"}});
  CHECK(plan.ambiguous == 1);
  CHECK(only_kind(plan) == PlannedChange::Kind::kept);
  CHECK(plan.changes[0].answer == "theirs");
  CHECK(plan.changes[0].old_answer == "mine");
  CHECK(card_asking(home, "q").answer == "mine");
  CHECK(home.import({{"q", "theirs"}}).same == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("both made the same edit: nothing is asked") {
  Home home;
  home.import({{"q", "a"}});
  edit_by_hand(home, "q", "same");
  CHECK(home.import({{"q", "same"}}).same == 1);
  CHECK(home.import({{"q", "next"}}).edited == 1);
}

TEST_CASE("repeats in one file are cards of their own, told, and stay matched") {
  Home home;
  const ImportPlan plan = home.import({{"q", "a"}, {"q", "b"}, {"q", "b"}});
  CHECK(plan.added == 3);
  CHECK(plan.repeats == 2);
  CHECK(plan.told.size() == 2);
  CHECK(home.import({{"q", "a"}, {"q", "b"}, {"q", "b"}}).same == 3);
  CHECK(home.import({{"q", "a"}, {"q", "c"}, {"q", "b"}}).edited == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a card gone from the file becomes an orphan, stays in review, and is told once") {
  Home home;
  home.import({{"first", "a"}, {"second", "b"}, {"third", "c"}});
  const ImportPlan plan = home.import({{"first", "a"}, {"third", "c"}});
  CHECK(plan.gone == 1);
  CHECK(plan.gone_of == 3);
  CHECK(plan.changes[0].old_question == "second");
  CHECK(card_asking(home, "second").orphan);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 3);
  CHECK(home.import({{"first", "a"}, {"third", "c"}}).gone == 0);
  const ImportPlan back = home.import({{"first", "a"}, {"second", "b"}, {"third", "c"}});
  CHECK(back.moved == 1);
  CHECK(!card_asking(home, "second").orphan);
  CHECK(home.damage().empty());
}

TEST_CASE("gone cards are kept or deleted when that is asked for, and a deleted one is not brought back") {
  Home home;
  home.import({{"first", "a"}, {"second", "b"}, {"third", "c"}});
  home.import({{"first", "a"}, {"third", "c"}}, "dnn", OnGone::keep);
  CHECK(!card_asking(home, "second").orphan);
  home.import({{"first", "a"}, {"third", "c"}}, "dnn", OnGone::remove);
  CHECK(card_asking(home, "second").question.empty());
  const ImportPlan plan = home.import({{"first", "a"}, {"second", "b"}, {"third", "c"}});
  CHECK(plan.same == 3);
  CHECK(plan.told.size() == 1);
  CHECK(card_asking(home, "second").question.empty());
  CHECK(home.damage().empty());
}

TEST_CASE("two files may hold the same card: each deck has its own") {
  Home home;
  home.import({{"shared", "a"}, {"one", "b"}}, "first");
  CHECK(home.import({{"shared", "a"}, {"two", "b"}}, "second").added == 2);
  CHECK(home.import({{"shared", "a"}, {"one", "b"}}, "first").same == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("tags and a suspension come with the card") {
  Home home;
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  ImportedNote note;
  note.question = "q";
  note.answer = "a";
  note.deck = "d";
  note.tags = {"one", "two::three"};
  note.suspended = true;
  note.more = R"({"hint":"h"})";
  importer.note(std::move(note));
  importer.finish();
  importer.commit();
  const CardView card = card_asking(home, "q");
  CHECK(card.tags == std::vector<std::string>{"one", "two::three"});
  CHECK(card.suspended);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 0);
  CHECK(home.damage().empty());
}

TEST_CASE("an id that became another name of a card already met is no endless search") {
  Home home;
  home.import({{"one", "1"}});
  home.import({{"a|one", "1"}});
  const ImportPlan plan = home.import({{"one", "1"}, {"a|uno", "2"}});
  CHECK(plan.edited == 1);  // it has no id any more
  CHECK(plan.added == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("an export of ours names the cards themselves: nothing is new, edited or moved") {
  Home home;
  home.import({{"x|one", "1"}, {"two", "2"}}, "deck", OnGone::orphan, true, "deck-id");
  std::vector<std::pair<std::string, std::string>> exported;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    exported.emplace_back(card.id.substr(0, 32) + "|" + card.question, card.answer);
    return true;
  });
  CHECK(home.import(exported, "deck").same == 2);
  exported.push_back(exported.front());  // the same card twice in one file
  CHECK(home.import(exported, "deck").added == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a deck with an id takes the new name of its file") {
  Home home;
  home.import({{"one", "1"}}, "old", OnGone::orphan, true, "deck-id");
  CHECK(home.import({{"one", "1"}}, "new", OnGone::orphan, true, "deck-id").same == 1);
  CHECK(card_asking(home, "one").deck == "new");
  CHECK(home.damage().empty());
  undo(*home.collection, home.today());
  CHECK(card_asking(home, "one").deck == "old");
}
