// Notes with several cards, the schedules and histories that they bring, and pictures and sounds.
#include <fstream>

#include "ebb/store/media.hpp"
#include "store/merging.hpp"

namespace ebb {
namespace {

ImportedCard card(int ordinal, const std::string& question, const std::string& answer) {
  ImportedCard made;
  made.ordinal = ordinal;
  made.question = question;
  made.answer = answer;
  return made;
}

ImportedReview answer_on(const Home& home, int days_ago, Quality quality) {
  const Day day = home.day - std::chrono::days{days_ago};
  const Instant noon{std::chrono::sys_days{day.time_since_epoch()} + std::chrono::hours{12}};
  return {noon, 60, day, quality, Millis{2500}, Intent::answer, "{\"anki\":[" + std::to_string(days_ago) + "]}"};
}

ImportedNote two_ways() {
  ImportedNote note;
  note.id = "one";
  note.deck = "es";
  note.question = "perro";
  note.answer = "dog";
  note.tags = {"noun"};
  note.more = R"({"file":"x","cards":1})";
  note.cards = {card(0, "", ""), card(1, "dog", "perro")};
  note.cards[1].flag = 3;
  note.cards[1].more = R"({"kept": 1.50})";
  return note;
}

// The same with a schedule and a history on its second card.
ImportedNote learnt(const Home& home) {
  ImportedNote note = two_ways();
  Memory memory;
  memory.reviews = 9;
  memory.lapses = 1;
  memory.repetitions = 3;
  memory.interval = 20;
  memory.ease = 210;
  memory.stability = 31.25;
  memory.difficulty = 4.5;
  memory.last = home.day - std::chrono::days{5};
  memory.due = home.day + std::chrono::days{15};
  note.cards[1].memory = memory;
  note.cards[1].reviews = {answer_on(home, 30, Quality::good), answer_on(home, 5, Quality::easy)};
  return note;
}

ImportPlan bring(Home& home, const std::vector<ImportedNote>& notes, const std::vector<ImportedMedia>& media = {}, bool commit = true) {
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  importer.write_media = commit;
  for (ImportedNote note : notes) importer.note(std::move(note));
  for (ImportedMedia one : media) importer.media(std::move(one));
  ImportPlan plan = importer.finish();
  if (!commit) return plan;
  importer.commit();
  return importer.plan();
}

std::vector<CardView> all(Home& home, const CardFilter& filter = {}) {
  std::vector<CardView> cards;
  for_each_card(*home.collection, filter, home.today(), [&](const CardView& view) {
    cards.push_back(view);
    return true;
  });
  return cards;
}

}  // namespace

TEST_CASE("Each card of a note has its own text, flag and kept keys") {
  Home home;
  const ImportPlan plan = bring(home, {two_ways()});
  CHECK(plan.added == 1);
  CHECK(plan.cards == 2);
  const auto cards = all(home);
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].question == "perro");
  CHECK(cards[1].question == "dog");
  CHECK(cards[1].answer == "perro");
  CHECK(cards[1].flag == 3);
  CHECK(cards[1].card_keys == R"({"kept": 1.50})");
  CHECK(cards[1].file_keys == R"({"file":"x","cards":1})");
  CHECK(cards[1].id == cards[0].id.substr(0, 33) + "1");
  CHECK(card_count(*home.collection) == 2);
  CHECK(counts(*home.collection, {}, home.today(), {{}, {}, true}).fresh == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("A filter's words are looked for in the card's own text") {
  Home home;
  ImportedNote note = two_ways();
  note.cards[1] = card(1, "cave canem", "perro");
  bring(home, {note});
  CHECK(all(home, CardFilter::word("canem")).size() == 1);
  CHECK(all(home, CardFilter::word("dog")).size() == 1);
}

TEST_CASE("A note may lack its first card") {
  Home home;
  ImportedNote note = two_ways();
  note.cards.erase(note.cards.begin());
  bring(home, {note});
  REQUIRE(all(home).size() == 1);
  CHECK(all(home)[0].card.ordinal() == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("Importing again changes nothing, whatever the file says of schedules") {
  Home home;
  bring(home, {learnt(home)});
  ImportedNote again = learnt(home);
  again.cards[1].more = R"({"kept": 2})";
  again.cards[1].memory->interval = 99;
  again.cards[1].reviews.push_back(answer_on(home, 1, Quality::good));
  const std::string before = home.picture(true);
  const ImportPlan plan = bring(home, {again});
  CHECK(plan.same == 1);
  CHECK(plan.answers == 0);
  CHECK(home.picture(true) == before);
}

TEST_CASE("A card that is gone from its note is hidden with its history, and comes back with it") {
  Home home;
  bring(home, {learnt(home)});
  ImportedNote less = learnt(home);
  less.cards.pop_back();
  CHECK(bring(home, {less}).edited == 1);
  REQUIRE(all(home).size() == 1);
  CHECK(card_count(*home.collection) == 1);
  CHECK(counts(*home.collection, {}, home.today()).fresh == 1);
  CHECK(suspended_count(*home.collection) == 0);
  CHECK(home.damage().empty());

  CHECK(bring(home, {learnt(home)}).edited == 1);
  const auto cards = all(home);
  REQUIRE(cards.size() == 2);
  CHECK(cards[1].memory.interval == 20);
  CHECK(history(*home.collection, cards[1].card).size() == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("A card that a note gets later brings its schedule, and the others keep theirs") {
  Home home;
  ImportedNote less = learnt(home);
  less.cards.pop_back();
  bring(home, {less});
  const ImportPlan plan = bring(home, {learnt(home)});
  CHECK(plan.edited == 1);
  CHECK(plan.answers == 2);
  CHECK(plan.schedules == 1);
  REQUIRE(all(home).size() == 2);
  CHECK(all(home)[1].memory.interval == 20);
  CHECK(home.damage().empty());
  undo(*home.collection, home.today());
  CHECK(all(home).size() == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("A schedule comes to the last digit, and its answers with their own time") {
  Home home;
  const ImportPlan plan = bring(home, {learnt(home)});
  CHECK(plan.schedules == 1);
  CHECK(plan.answers == 2);
  const CardView view = all(home)[1];
  CHECK(view.memory == *learnt(home).cards[1].memory);
  const auto told = told_history(*home.collection, view.card);
  REQUIRE(told.size() == 2);
  CHECK(told[0].at == answer_on(home, 30, Quality::good).at);
  CHECK(told[0].day == home.day - std::chrono::days{30});
  CHECK(told[0].offset_min == 60);
  CHECK(told[0].took == Millis{2500});
  CHECK(told[1].quality == Quality::easy);
  CHECK(told[1].more == "{\"anki\":[5]}");
  CHECK(home.damage().empty());
  for (const Finding& finding : diagnose(*home.collection, home.today()).findings) FAIL_CHECK(finding.what);
}

TEST_CASE("Imported answers are in the statistics") {
  Home home;
  bring(home, {learnt(home)});
  const auto rows = tally(*home.collection, day_from_number(0), day_from_number(90000));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].band == Band::first);
  CHECK(rows[1].band == Band::months);
  CHECK(rows[1].quality == Quality::easy);
  CHECK(rows[1].took_ms == 2500);
}

TEST_CASE("Answers without a schedule are folded") {
  Home home;
  ImportedNote note = learnt(home);
  note.cards[1].memory.reset();
  bring(home, {note});
  const CardView view = all(home)[1];
  CHECK(view.memory.reviews == 2);
  CHECK(view.memory.last == home.day - std::chrono::days{5});
  CHECK(view.memory.repetitions == 2);
  CHECK(home.damage().empty());
  undo(*home.collection, home.today());
  CHECK(all(home).empty());
  CHECK(tally(*home.collection, day_from_number(0), day_from_number(90000)).empty());
  CHECK(home.damage().empty());
}

TEST_CASE("A card that was made new again is new, with its answers behind it") {
  Home home;
  ImportedNote note = learnt(home);
  note.cards[1].memory = Memory{};
  const ImportPlan plan = bring(home, {note});
  CHECK(plan.schedules == 0);
  CHECK(all(home)[1].memory == Memory{});
  CHECK(history(*home.collection, all(home)[1].card).size() == 2);
  CHECK(counts(*home.collection, {}, home.today(), {{}, {}, true}).fresh == 2);
  CHECK(home.damage().empty());
}

TEST_CASE("One undo takes back texts, schedules, answers and labels; a redo brings them again") {
  Home home;
  home.import_seven();
  const std::string before = home.picture();
  bring(home, {learnt(home)}, {{"dog.png", "woof"}});
  const std::string after = home.picture();
  const auto undone = undo(*home.collection, home.today());
  REQUIRE(undone);
  CHECK(undone->what == "import of 2 cards and 2 answers");
  CHECK(undone->reviewed == 0);
  CHECK(undone->told.empty());
  CHECK(home.picture() == before);
  CHECK(!MediaLibrary(*home.collection).bytes("dog.png"));
  CHECK(home.damage().empty());
  redo(*home.collection, home.today());
  CHECK(home.picture() == after);
  CHECK(MediaLibrary(*home.collection).bytes("dog.png") == "woof");
  CHECK(home.damage().empty());
}

TEST_CASE("The log shows the answers of an import as part of it") {
  Home home;
  home.import_seven();
  const std::string batch = bring(home, {learnt(home)}).batch;
  int reviews = 0;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    if (line.what == "review") {
      ++reviews;
      CHECK(line.batch == batch);
    }
    return true;
  });
  CHECK(reviews == 2);
}

TEST_CASE("After an import an answer is a command of its own, and undoing the import keeps it") {
  Home home;
  bring(home, {learnt(home)});
  home.next_day(16);
  auto study = home.study();
  REQUIRE(study.card());
  const CardId due = study.card()->card;
  CHECK(due.ordinal() == 1);
  study.reveal();
  study.grade(Quality::good, Millis{1000});
  CHECK(history(*home.collection, due).size() == 3);
  CHECK(undoable(*home.collection)->what == "Good on \"perro\"");
  CHECK(undo(*home.collection, home.today()).has_value());
  CHECK(history(*home.collection, due).size() == 2);
  redo(*home.collection, home.today());
  CHECK(undo_sitting(*home.collection, home.today())->entries == 1);
  CHECK(undo_sitting(*home.collection, home.today()) == std::nullopt);
  redo(*home.collection, home.today());
  std::string first;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    first = line.batch;
    return true;
  });
  CHECK(undo(*home.collection, home.today(), first)->reviewed == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("An import that was undone and is made again brings the schedule once") {
  Home home;
  bring(home, {learnt(home)});
  const std::string once = home.picture();
  undo(*home.collection, home.today());
  const ImportPlan plan = bring(home, {learnt(home)});
  CHECK(plan.added == 1);
  CHECK(home.picture() == once);
  CHECK(home.damage().empty());
}

TEST_CASE("Suspension and burying are each card's own, and a suspended card keeps its due day") {
  Home home;
  ImportedNote note = learnt(home);
  note.cards[0].buried = true;
  note.cards[1].suspended = true;
  note.cards[1].memory->due = home.day + std::chrono::days{3};
  bring(home, {note});
  const auto cards = all(home);
  CHECK(cards[0].buried);
  CHECK(!cards[0].suspended);
  CHECK(cards[1].suspended);
  CHECK(cards[1].memory.due == home.day + std::chrono::days{3});
  CHECK(suspended_count(*home.collection) == 1);
  CHECK(state_counts(*home.collection, home.today()).suspended == 1);
  CHECK(home.damage().empty());
}

TEST_CASE("A note that was marked in Anki is marked here") {
  Home home;
  ImportedNote note = two_ways();
  note.tags = {"marked", "leech"};
  bring(home, {note});
  CHECK(!all(home)[0].marked);
  note.id = "two";
  note.question = "gato";
  note.deck = "other";
  note.more = R"({"anki":{"id":1}})";
  bring(home, {note});
  CHECK(all(home)[2].marked);
  CHECK(all(home)[2].tags == note.tags);
  CHECK(home.damage().empty());
}

TEST_CASE("Cards, schedules and histories survive a merge") {
  Home home, other;
  bring(home, {learnt(home)}, {{"dog.png", "woof"}});
  merge(home, other);
  CHECK(other.picture(true) == home.picture(true));
  const auto told = told_history(*other.collection, all(other)[1].card);
  REQUIRE(told.size() == 2);
  CHECK(told[1].more == "{\"anki\":[5]}");
  CHECK(other.damage().empty());
  CHECK(MediaLibrary(*other.collection).missing() == 1);
}

TEST_CASE("Media lie under their hash, only a commit leaves them, and a label is no path") {
  Home home;
  const std::vector<ImportedMedia> media{{"../x.png", "same"}, {"y.png", "same"}};
  bring(home, {two_ways()}, media, false);
  CHECK(!std::filesystem::exists(home.folder + "/media"));
  CHECK(bring(home, {two_ways()}, media).media == 2);
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home.folder + "/media")) {
    if (!entry.is_regular_file()) continue;
    ++files;
    CHECK(entry.path().filename().string().size() == 62);
    CHECK((entry.status().permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  CHECK(files == 1);
  const MediaLibrary library(*home.collection);
  CHECK(library.bytes("../x.png") == "same");
  CHECK(!library.bytes("z.png"));
  CHECK(library.missing() == 0);
  CHECK(bring(home, {two_ways()}, media).media == 0);
}

TEST_CASE("An import that is let go takes the files along that it wrote") {
  Home home;
  {
    Importer importer(*home.collection, home.today(), OnGone::orphan);
    importer.note(two_ways());
    importer.media({"y.png", "bytes"});
    importer.finish();
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home.folder + "/media")) CHECK(!entry.is_regular_file());
  CHECK(all(home).empty());
}

TEST_CASE("Files of one command are one undo, unless something was written between them") {
  Home home;
  const auto file = [&](const std::string& id, const std::string& before) {
    Importer importer(*home.collection, home.today(), OnGone::orphan);
    if (!before.empty()) importer.go_on(before);
    ImportedNote note = learnt(home);
    note.id = note.question = note.deck = id;
    importer.note(std::move(note));
    importer.finish();
    importer.commit();
    return importer.plan().batch;
  };
  const std::string first = file("a", "");
  CHECK(file("b", first) == first);
  CHECK(undo(*home.collection, home.today())->what == "import of 4 cards and 4 answers");
  CHECK(all(home).empty());
  CHECK(home.damage().empty());
  redo(*home.collection, home.today());
  CHECK(file("c", first) != first);
  undo(*home.collection, home.today());
  CHECK(all(home).size() == 4);
  CHECK(home.damage().empty());
}

TEST_CASE("A file that was changed is not given out") {
  Home home;
  bring(home, {two_ways()}, {{"y.png", "bytes"}});
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home.folder + "/media"))
    if (entry.is_regular_file()) std::ofstream(entry.path()) << "other";
  CHECK(!MediaLibrary(*home.collection).bytes("y.png"));
}

}  // namespace ebb
