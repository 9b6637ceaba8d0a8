// The search index finds what looking at every text finds, follows the log, and is checked and made anew.
#include "store/find/search_index.hpp"

#include <algorithm>
#include <set>

#include "ebb/store/edit.hpp"
#include "ebb/store/find.hpp"
#include "ebb/store/purge.hpp"
#include "store/home.hpp"

using namespace ebb;

namespace {

constexpr const char* patterns[] = {"dog",  "dog*",   "DOGS",  "d*g",  "*og*", "cafe",   "café au lait", "au lait",
                                    "漢字", "字",     "漢",    "ひら", "3:4",  "don't", "c++",          "grosse",
                                    "perro", "canem", "canem*", "\"", "own",  "none of these"};

ImportedCard own_card(int ordinal, std::string question, std::string answer) {
  ImportedCard card;
  card.ordinal = ordinal;
  card.question = std::move(question);
  card.answer = std::move(answer);
  return card;
}

void fill(Home& home) {
  home.import({{"The dog", "Dogs, and café au lait"},
               {"hotdog", "drag"},
               {"漢字と仮名", "ひらがな"},
               {"漢、字", "a ratio of 3:4"},
               {"Größe", "Don't use C++"},
               {"my own", "nothing"}});
  Importer importer(*home.collection, home.today(), OnGone::keep);
  ImportedNote note;
  note.question = "perro";
  note.answer = "dog";
  note.deck = "es";
  note.cards = {own_card(0, "", ""), own_card(1, "cave canem", "perro")};
  importer.note(std::move(note));
  importer.finish();
  importer.commit();
}

std::vector<std::int64_t> found(Home& home, const std::string& pattern, CardTest::Field field) {
  CardTest test;
  test.text = pattern;
  test.field = field;
  std::vector<std::int64_t> cards;
  const auto all = find_cards(*home.collection, CardFilter(test), home.today(), SortBy::added, false, [] { return true; });
  REQUIRE(all);
  for (const CardId card : *all) cards.push_back(card.value);
  return cards;
}

using Field = CardTest::Field;

// What every pattern finds in every field with the index as it is, as text that can be compared.
std::string all_found(Home& home) {
  std::string all;
  for (const char* pattern : patterns)
    for (const Field field : {Field::any, Field::question, Field::answer}) {
      all += std::string("\n") + pattern + (field == Field::any ? "" : field == Field::question ? " in questions" : " in answers") + ":";
      for (const std::int64_t card : found(home, pattern, field)) all += " " + std::to_string(card);
    }
  return all;
}

}  // namespace

TEST_CASE("with and without the index, and behind by a few texts, the same cards are found") {
  Home home;
  fill(home);
  const auto looked_at = all_found(home);
  CHECK(found(home, "dog", Field::any).size() == 2);
  CHECK(found(home, "漢字", Field::any).size() == 1);
  CHECK(found(home, "canem", Field::any).size() == 1);
  catch_up_search(home.store().db());
  CHECK(home.store().db().number("SELECT last FROM search_seen") > 0);
  CHECK(all_found(home) == looked_at);
  home.import({{"another dog", "漢字"}});
  const auto behind = all_found(home);
  CHECK(found(home, "dog", Field::any).size() == 3);
  catch_up_search(home.store().db());
  CHECK(all_found(home) == behind);
  forget_search(home.store().db());
  CHECK(all_found(home) == behind);
}

TEST_CASE("an edited text is found by its new words only, and after an undo by its old ones") {
  Home home;
  fill(home);
  catch_up_search(home.store().db());
  {
    const auto view = find_note(*home.collection, NoteId{1});
    REQUIRE(view);
    ImportedNote now;
    now.question = "The whale";
    now.answer = view->answer;
    now.deck = view->deck;
    now.tags = view->tags;
    Edits edits(*home.collection, home.today());
    CHECK(edits.write(NoteId{1}, now));
    edits.commit();
  }
  for (int caught_up = 0; caught_up < 2; ++caught_up) {
    CHECK(found(home, "whale", Field::question).size() == 1);
    CHECK(found(home, "the dog", Field::any).empty());
    catch_up_search(home.store().db());
  }
  undo(*home.collection, home.today());
  CHECK(found(home, "whale", Field::any).empty());
  CHECK(found(home, "the dog", Field::any).size() == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("a collection that is only read is searched without the index, and left as it is") {
  Home home;
  fill(home);
  home.open(Purpose::read);
  CHECK(found(home, "dog", Field::any).size() == 2);
  CHECK(home.store().db().number("SELECT count(*) FROM search_seen") == 0);
}

TEST_CASE("the first search of a large collection fills the index, also from a connection that reads") {
  Home home;
  std::vector<std::pair<std::string, std::string>> notes;
  for (int i = 0; i < 2500; ++i) notes.emplace_back("word" + std::to_string(i), "all");
  home.import(notes);
  home.open(Purpose::read);
  CHECK(found(home, "word77", Field::any).size() == 1);
  CHECK(home.store().db().number("SELECT count(*) FROM search_seen") == 1);
  CHECK(found(home, "word7*", Field::question).size() == 111);
  home.open(Purpose::write);
  CHECK(home.damage().empty());
}

TEST_CASE("the doctor sees an index that is wrong, and makes it anew") {
  Home home;
  fill(home);
  catch_up_search(home.store().db());
  const auto right = all_found(home);
  home.store().db().run("INSERT INTO search(rowid, q) VALUES(999999, 'dog')");
  CHECK(home.damage().find("search index differs") != std::string::npos);
  rebuild(*home.collection, home.today());
  CHECK(home.damage().empty());
  CHECK(all_found(home) == right);
}

TEST_CASE("a purged text is in the index no more") {
  Home home;
  fill(home);
  catch_up_search(home.store().db());
  const char* hits = "SELECT count(*) FROM search WHERE search MATCH 'hotdog'";
  REQUIRE(home.store().db().number(hits) == 1);
  purge(*home.collection, home.today(), {NoteId{2}});
  CHECK(home.store().db().number(hits) == 0);
  CHECK(found(home, "hotdog", Field::any).empty());
  catch_up_search(home.store().db());
  CHECK(home.store().db().number(hits) == 0);
  CHECK(home.damage().empty());
}

namespace {

CardFilter word_in(const char* text, Field field = Field::any) {
  CardTest test;
  test.text = text;
  test.field = field;
  return CardFilter(test);
}

// The numbers of the notes that are found.
std::string notes_found(Home& home, const CardFilter& filter) {
  std::string notes;
  const auto all = find_cards(*home.collection, filter, home.today(), SortBy::added, false, [] { return true; });
  REQUIRE(all);
  for (const CardId card : *all) notes += std::to_string(card.note().value) + " ";
  return notes;
}

void write_answer(Home& home, NoteId note, const std::string& answer) {
  const auto view = find_note(*home.collection, note);
  REQUIRE(view);
  ImportedNote now;
  now.question = view->question;
  now.answer = answer;
  now.deck = view->deck;
  Edits edits(*home.collection, home.today());
  CHECK(edits.write(note, now));
  edits.commit();
}

}  // namespace

TEST_CASE("words that must all be there are found though an edit put them into different entries of the log") {
  Home home;
  fill(home);
  catch_up_search(home.store().db());
  write_answer(home, NoteId{2}, "whale");
  CHECK(home.store().db().number("SELECT count(*) FROM note WHERE a > 0 OR more > 0") == 1);
  const CardFilter both = CardFilter::all_of({word_in("hotdog"), word_in("whale")});
  for (int caught_up = 0; caught_up < 2; ++caught_up) {
    CHECK(notes_found(home, both) == "2 ");
    CHECK(notes_found(home, CardFilter::all_of({word_in("hotdog"), word_in("drag")})).empty());
    CHECK(notes_found(home, CardFilter::all_of({word_in("whale", Field::question), word_in("hotdog")})).empty());
    CHECK(notes_found(home, CardFilter::any_of({word_in("whale"), word_in("own")})) == "2 6 ");
    CHECK(notes_found(home, CardFilter::all_of({CardFilter::none_of(word_in("dog")), both})) == "2 ");
    catch_up_search(home.store().db());
  }
}

TEST_CASE("two filters joined by and find what is in both, joined by or what is in one, with the index and without") {
  Home home;
  fill(home);
  write_answer(home, NoteId{1}, "漢字 dogs");
  for (int caught_up = 0; caught_up < 2; ++caught_up) {
    for (const char* one : patterns)
      for (const char* other : patterns) {
        std::string both, either;
        for (std::int64_t card : found(home, one, Field::any)) {
          const auto second = found(home, other, Field::any);
          if (std::find(second.begin(), second.end(), card) != second.end()) both += std::to_string(card >> 10) + " ";
        }
        std::set<std::int64_t> all;
        for (const char* each : {one, other})
          for (const std::int64_t card : found(home, each, Field::any)) all.insert(card);
        for (const std::int64_t card : all) either += std::to_string(card >> 10) + " ";
        INFO(one, " and ", other);
        CHECK(notes_found(home, CardFilter::all_of({word_in(one), word_in(other)})) == both);
        CHECK(notes_found(home, CardFilter::any_of({word_in(one), word_in(other)})) == either);
      }
    catch_up_search(home.store().db());
  }
}

TEST_CASE("an entry is known in any order of asking") {
  EntrySet entries;
  for (std::int64_t entry = 0; entry < 1000; entry += 3) entries.add(entry);
  for (const std::int64_t step : {1, 7, 389, 997})
    for (std::int64_t i = 0, asked = 0; i < 1100; ++i, asked = (asked + step) % 1100)
      CHECK(entries.has(asked) == (asked < 1000 && asked % 3 == 0));
  CHECK_FALSE(EntrySet().has(1));
}
