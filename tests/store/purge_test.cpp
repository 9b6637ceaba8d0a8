// A purged text is in no byte of the file, the doctor still proves the log, and no merge brings the text back.
#include <fstream>
#include <iterator>

#include "ebb/core/error.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/store/life.hpp"
#include "ebb/store/purge.hpp"
#include "store/find/search_index.hpp"
#include "store/merging.hpp"

using namespace ebb;

namespace {

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Whether a word is anywhere in the collection's files.
bool holds(const Home& home, const std::string& word) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    if (bytes_of_file(home.path + suffix).find(word) != std::string::npos) return true;
  return false;
}

NoteId note_asking(const Home& home, const std::string& word) {
  NoteId note;
  for_each_card(*home.collection, {}, home.today(), [&](const CardView& card) {
    if (card.question.find(word) != std::string::npos) note = card.card.note();
    return true;
  });
  return note;
}

void retag(const Home& home, NoteId note, const std::string& tag) {
  Edits edits(*home.collection, home.today());
  edits.tag(note, {tag}, {});
  edits.commit();
}

void rewrite(const Home& home, NoteId note, const std::string& answer) {
  Edits edits(*home.collection, home.today());
  const auto view = find_note(*home.collection, note);
  REQUIRE(view);
  ImportedNote now;
  now.deck = view->deck;
  now.question = view->question;
  now.answer = answer;
  now.tags = view->tags;
  edits.write(note, now);
  edits.commit();
}

}  // namespace

TEST_CASE("a purged text is in no byte of the file or its journal") {
  Home home;
  home.import_seven();
  home.import({{"hunter2password is it", "correcthorse"}}, "secrets");
  const NoteId note = note_asking(home, "hunter2password");
  retag(home, note, "batterystaple");
  rewrite(home, note, "tr0ub4dor");
  home.study().grade(Quality::good, Millis{10});
  seal(*home.collection, home.today());
  catch_up_search(home.store().db());
  for (const char* word : {"hunter2password", "correcthorse", "batterystaple", "tr0ub4dor"}) CHECK(holds(home, word));
  const Purged done = purge(*home.collection, home.today(), {note});
  CHECK(done.clean);
  CHECK(done.texts == 3);
  for (const char* word : {"hunter2password", "correcthorse", "batterystaple", "tr0ub4dor"}) CHECK_FALSE(holds(home, word));
  CHECK(holds(home, "q7"));
  CHECK(home.damage().empty());
  CHECK(card_count(*home.collection) == 7);
}

TEST_CASE("after a purge the log is still proved, and a changed entry is still found") {
  Home home;
  home.import_seven();
  seal(*home.collection, home.today());
  home.study().grade(Quality::good, Millis{10});
  seal(*home.collection, home.today());
  purge(*home.collection, home.today(), {note_asking(home, "q3")});
  CHECK(home.damage().empty());
  home.study().grade(Quality::good, Millis{10});
  seal(*home.collection, home.today());
  purge(*home.collection, home.today(), {note_asking(home, "q5")});
  const Diagnosis diagnosis = diagnose(*home.collection, home.today());
  CHECK(diagnosis.findings.empty());
  Database& db = home.store().db();
  db.run("DROP TRIGGER change_keep_update; UPDATE change SET q = 'forged' WHERE q = 'q1'");
  CHECK(home.damage().find("not those that were sealed") != std::string::npos);
}

TEST_CASE("answers of a purged card stay in the statistics, of all its cards") {
  Home home;
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  ImportedNote note;
  note.deck = "d";
  note.question = "front";
  note.answer = "back";
  note.cards.assign(2, {});
  note.cards[1].ordinal = 1;
  note.cards[1].question = "back";
  note.cards[1].answer = "front";
  importer.note(std::move(note));
  importer.finish();
  importer.commit();
  {
    StudyOptions options;
    options.rules.siblings = true;
    Study study = home.study(options);
    study.grade(Quality::good, Millis{10});
    study.grade(Quality::again, Millis{10});
  }
  const auto before = tally(*home.collection, day_from_number(0), day_from_number(90000));
  const Purged done = purge(*home.collection, home.today(), {NoteId{1}});
  CHECK(done.answers == 2);
  CHECK(tally(*home.collection, day_from_number(0), day_from_number(90000)).size() == before.size());
  CHECK(card_count(*home.collection) == 0);
  CHECK(home.damage().empty());
}

TEST_CASE("nothing undoes a purge, not even the undo of what came before it") {
  Home home;
  home.import_seven();
  const NoteId note = note_asking(home, "q2");
  {
    Edits edits(*home.collection, home.today());
    edits.remove(note);
    edits.commit();
  }
  const std::string entry = purge(*home.collection, home.today(), {note}).entry;
  CHECK_THROWS_WITH_AS(undo(*home.collection, home.today(), entry), doctest::Contains("is a purge"), Error);
  CHECK(undo(*home.collection, home.today())->what == "import of 7 cards");
  CHECK(redo(*home.collection, home.today()));
  CHECK(card_count(*home.collection) == 6);
  CHECK(home.import_seven().added == 0);  // the file has it still: it stays away
  CHECK(card_count(*home.collection) == 6);
  CHECK_FALSE(holds(home, "a2"));
  CHECK(home.damage().empty());
}

TEST_CASE("a merge takes the purge along and never brings the text back") {
  Home here, there;
  here.import({{"hunter2password", "x"}, {"kept", "y"}});
  merge(here, there);
  seal(*there.collection, there.today());
  retag(there, note_asking(there, "hunter2password"), "correcthorse");
  seal(*there.collection, there.today());
  purge(*here.collection, here.today(), {note_asking(here, "hunter2password")});
  merge(there, here);  // a device that has the text
  CHECK_FALSE(holds(here, "hunter2password"));
  CHECK_FALSE(holds(here, "correcthorse"));
  CHECK(card_count(*here.collection) == 1);
  CHECK(here.damage() == "");
  merge(here, there);  // and that one learns of it
  CHECK_FALSE(holds(there, "hunter2password"));
  CHECK_FALSE(holds(there, "correcthorse"));
  CHECK(card_count(*there.collection) == 1);
  CHECK(there.damage() == "");
  CHECK(here.picture() == there.picture());
}

TEST_CASE("copies that hold the text are found") {
  Home home;
  home.import({{"hunter2password", "x"}});
  const std::string backup = back_up(*home.collection, home.folder + "/backups", "test", home.today().now);
  const std::string id = find_note(*home.collection, NoteId{1})->id;
  CHECK(copy_holds_text(backup, {id}));
  purge(*home.collection, home.today(), {NoteId{1}});
  const std::string later = back_up(*home.collection, home.folder + "/backups", "later", home.today().now);
  CHECK_FALSE(copy_holds_text(later, {id}));
  CHECK_FALSE(copy_holds_text(home.folder + "/nothing.db", {id}));
}
