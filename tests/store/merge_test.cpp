// Full exports: a set union by DEVICE:SEQ that gives the same collection everywhere.
#include "ebb/core/error.hpp"
#include "store/home.hpp"
#include "store/merging.hpp"
#include "store/study/record.hpp"

using namespace ebb;

namespace {

void live_a_while(Home& home) {
  home.import({{"q1", "a1"}, {"q2", "a2"}, {"q3", "a3"}, {"q4", "a4"}});
  for (int day = 0; day < 5; ++day) {
    Study study = home.study();
    for (int i = 0; study.card() && i < 12; ++i) study.grade(static_cast<Quality>((i * 7 + day) % 6), Millis{1000});
    if (day == 1 && study.card()) study.suspend();
    home.next_day();
  }
  home.import({{"q1", "edited"}, {"q2", "a2"}, {"q3", "a3"}});
  undo(*home.collection, home.today());
  redo(*home.collection, home.today());
  seal(*home.collection, home.today());
}

}  // namespace

TEST_CASE("an export read into an empty collection gives an identical one") {
  Home home, copy;
  live_a_while(home);
  copy.day = home.day;
  const ImportPlan plan = merge(home, copy);
  CHECK(plan.entries > 10);
  CHECK(copy.picture(true) == home.picture(true));
  CHECK(home.damage().empty());
  CHECK(copy.damage().empty());
  CHECK(merge(home, copy).entries == 0);
  CHECK(copy.picture(true) == home.picture(true));
}

TEST_CASE("a merged collection goes on: answers, edits and undo of its own") {
  Home home, copy;
  live_a_while(home);
  home.next_day(30);
  copy.day = home.day;
  merge(home, copy);
  {
    Study study = copy.study();
    REQUIRE(study.card());
    study.mark();
    study.grade(Quality::good, Millis{0});
    study.suspend();
  }
  CHECK(copy.damage().empty());
  CHECK(copy.import({{"q1", "edited twice"}, {"q2", "a2"}, {"q3", "a3"}}).edited == 1);
  CHECK(copy.damage().empty());
  while (undo(*copy.collection, copy.today())) {
  }
  CHECK(copy.damage().empty());
  CHECK(copy.picture() == home.picture());
}

TEST_CASE("two machines that exchange their logs come to the same cards, whatever the order") {
  Home home, other;
  live_a_while(home);
  home.next_day(30);
  other.day = home.day;
  merge(home, other);
  {
    Study study = home.study();
    REQUIRE(study.card());
    study.grade(Quality::again, Millis{10});
    study.grade(Quality::good, Millis{10});
  }
  other.next_day();
  {
    Study study = other.study();
    study.grade(Quality::easy, Millis{10});
  }
  home.next_day();
  merge(home, other);
  merge(other, home);
  CHECK(home.picture(true) == other.picture(true));
  CHECK(home.damage().empty());
  CHECK(other.damage().empty());
}

TEST_CASE("the same deck imported on two machines is one deck with the reviews of both") {
  Home home, other;
  home.import_seven();
  other.import_seven();
  { home.study().grade(Quality::good, Millis{0}); }
  { other.study().grade(Quality::hard, Millis{0}); }
  merge(home, other);
  merge(other, home);
  CHECK(card_count(*home.collection) == 7);
  CHECK(history(*home.collection, card_of(NoteId{1}, 0)).size() == 2);
  CHECK(home.damage().empty());
  CHECK(other.damage().empty());
}

TEST_CASE("an entry that cannot be understood is refused, and nothing is imported") {
  Home home;
  home.import_seven();
  const std::string before = home.picture(true);
  for (const char* entry : {"", "[]", "{}", R"({"entry":"x:1","hlc":1,"what":"review"})",
                            R"({"entry":"00112233445566778899aabbccddeeff:1","hlc":1,"what":"review","card":"zz"})",
                            R"({"entry":"00112233445566778899aabbccddeeff:1","hlc":-5,"what":"seal"})",
                            R"({"entry":"00112233445566778899aabbccddeeff:1","hlc":1,"what":"nonsense"})",
                            R"({"entry":"00112233445566778899aabbccddeeff:0","hlc":1,"what":"seal"})"}) {
    CHECK_THROWS_AS_MESSAGE(
        [&] {
          Importer importer(*home.collection, home.today(), OnGone::orphan);
          importer.entry({entry});
        }(),
        Error, entry);
  }
  CHECK(home.picture(true) == before);
}

TEST_CASE("a kind from a newer ebb is carried, not folded") {
  Home home, copy;
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  const std::string entry = R"({"entry":"00112233445566778899aabbccddeeff:1","hlc":65536,"lag":0,"tz":0,)"
                            R"("batch":"00112233445566778899aabbccddeeff:1","what":"#99","number":5})";
  importer.entry({entry});
  importer.finish();
  importer.commit();
  std::string carried;
  for_each_entry_json(*home.collection, [&](const std::string& json) {
    carried += json;
    return true;
  });
  CHECK(carried == entry);
}

TEST_CASE("what the file said in numbers and escapes comes out again byte for byte") {
  Home home, copy;
  Importer importer(*home.collection, home.today(), OnGone::orphan);
  ImportedNote note;
  note.question = "q";
  note.answer = "a";
  note.deck = "d";
  note.more = R"({"weight":1.10,"big":1e5,"x":"\u2028 \" }","y":[{"z":"]"}]})";
  importer.note(std::move(note));
  importer.finish();
  importer.commit();
  seal(*home.collection, home.today());
  merge(home, copy);
  CHECK(copy.picture(true) == home.picture(true));
  CHECK(copy.damage().empty());
}

TEST_CASE("one deck born on two machines with other texts keeps both histories through later edits") {
  Home home, other;
  other.next_day(-1);
  other.import({{"q1", "older answer"}});
  home.import({{"q1", "newer answer"}});
  merge(other, home);
  CHECK(home.damage().empty());
  {
    Study study = home.study();
    study.mark();
  }
  CHECK(home.picture().find("newer answer") != std::string::npos);
  CHECK(home.damage().empty());
  rebuild(*home.collection, home.today());
  CHECK(home.picture().find("newer answer") != std::string::npos);
  CHECK(home.damage().empty());
}

TEST_CASE("an answer under another device's entry from the future is folded in the right order") {
  Home home, ahead;
  home.import_seven();
  ahead.next_day(4000);
  merge(home, ahead);
  {
    Study study = ahead.study();
    study.grade(Quality::good, Millis{100});
  }
  merge(ahead, home);
  record(home.store(), home.today(), card_of(NoteId{1}, 0), Quality::again, Millis{200}, 0);
  const auto lived = history(*home.collection, card_of(NoteId{1}, 0));
  REQUIRE(lived.size() == 2);
  CHECK(lived[0].review.quality == Quality::again);
  CHECK(home.damage().empty());
}

TEST_CASE("an entry of another device can be undone here") {
  Home home, other;
  home.import_seven();
  { home.study().grade(Quality::good, Millis{0}); }
  std::string entry;
  for_each_entry(*home.collection, [&](const LogLine& line) {
    entry = line.entry;
    return false;
  });
  merge(home, other);
  REQUIRE(undo(*other.collection, other.today(), entry));
  CHECK(history(*other.collection, card_of(NoteId{1}, 0)).empty());
  CHECK(other.damage().empty());
}
