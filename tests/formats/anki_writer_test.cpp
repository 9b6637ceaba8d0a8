// What is written for Anki reads back the same: packages of the real Anki, and decks that never saw it.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "formats/reading.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

// The notes of a reading, card by card, as an export gets them.
std::vector<ExportedCard> exported(const DeckReading& reading) {
  std::vector<ExportedCard> cards;
  for (const ImportedNote& note : reading.sink.notes) {
    for (const ImportedCard& card : note.cards) {
      const bool own = !card.question.empty();
      ExportedCard out;
      out.id = note.id;
      out.deck = note.deck;
      out.question = own ? card.question : note.question;
      out.answer = own ? card.answer : note.answer;
      out.tags = note.tags;
      out.more = note.more;
      out.same_note = &card != &note.cards.front();
      out.ordinal = card.ordinal;
      out.suspended = card.suspended;
      out.buried = card.buried;
      out.flag = card.flag;
      out.memory = card.memory;
      out.reviews = card.reviews;
      out.card_more = card.more;
      cards.push_back(std::move(out));
    }
  }
  return cards;
}

DeckReading written_and_read(const std::vector<ExportedCard>& cards, const std::vector<ImportedMedia>& files,
                             int offset_min) {
  std::map<std::string, std::string> media;
  for (const ImportedMedia& file : files) media[file.name] = file.bytes;
  ExportOptions options;
  options.today.offset_min = offset_min;
  options.media = [&](const std::string& name) {
    const auto found = media.find(name);
    return found == media.end() ? std::nullopt : std::optional(found->second);
  };
  std::ostringstream out;
  std::size_t next = 0;
  find_format("apkg")->write(
      out, options,
      [&](ExportedCard& card) {
        if (next == cards.size()) return false;
        card = cards[next++];
        return true;
      },
      NextEntry());
  return read_from(out.str(), "x.apkg");
}

void check_same(const ImportedCard& a, const ImportedCard& b) {
  CHECK(a.ordinal == b.ordinal);
  CHECK(a.question == b.question);
  CHECK(a.answer == b.answer);
  CHECK(a.memory.has_value() == b.memory.has_value());
  if (a.memory && b.memory) CHECK(*a.memory == *b.memory);
  CHECK(a.suspended == b.suspended);
  CHECK(a.buried == b.buried);
  CHECK(a.flag == b.flag);
  REQUIRE(a.reviews.size() == b.reviews.size());
  for (std::size_t i = 0; i < a.reviews.size(); ++i) {
    CHECK(a.reviews[i].at == b.reviews[i].at);
    CHECK(a.reviews[i].day == b.reviews[i].day);
    CHECK(a.reviews[i].quality == b.reviews[i].quality);
    CHECK(a.reviews[i].intent == b.reviews[i].intent);
    CHECK(a.reviews[i].more == b.reviews[i].more);
  }
}

void check_same(const DeckReading& a, const DeckReading& b) {
  CHECK(b.error == "");
  REQUIRE(a.sink.notes.size() == b.sink.notes.size());
  CHECK(a.sink.files.size() == b.sink.files.size());
  for (std::size_t i = 0; i < a.sink.notes.size(); ++i) {
    const ImportedNote &one = a.sink.notes[i], &other = b.sink.notes[i];
    CAPTURE(one.question);
    CHECK(one.id == other.id);
    CHECK(one.deck == other.deck);
    CHECK(one.question == other.question);
    CHECK(one.answer == other.answer);
    CHECK(one.tags == other.tags);
    REQUIRE(one.cards.size() == other.cards.size());
    for (std::size_t k = 0; k < one.cards.size(); ++k) check_same(one.cards[k], other.cards[k]);
  }
}

}  // namespace

TEST_CASE("packages of the real Anki from several zones come back the same") {
  const std::pair<const char*, int> packages[] = {{"latest_fsrs", 0},
                                                  {"tokyo_latest", 540},
                                                  {"los_angeles_fsrs_legacy", -480},
                                                  {"kiritimati_legacy", 840},
                                                  {"legacy", 0}};
  for (const auto& [name, offset] : packages) {
    CAPTURE(name);
    const fs::path path = fs::path(EBB_SOURCE_DIR) / "tests/formats/apkg" / name / "input.apkg";
    const DeckReading first = read_from(whole_file(path.string()), "x.apkg");
    REQUIRE(first.sink.notes.size() > 10);
    check_same(first, written_and_read(exported(first), first.sink.files, offset));
  }
}

TEST_CASE("a deck that never saw Anki comes back with its texts, kinds, schedule and history") {
  ExportedCard card;
  card.id = "one";
  card.deck = "A::B";
  card.question = "1 < 2 & \"x\"\n  indented {{c1::no cloze}}";
  card.answer = "=1+1\n::x::";
  card.tags = {"a::b", "c"};
  Memory memory;
  memory.due = *parse_date("2026-12-24");
  memory.last = *parse_date("2026-12-04");
  memory.interval = 20;
  memory.reviews = 3;
  memory.stability = 17.5;
  memory.difficulty = 5.25;
  card.memory = memory;
  ImportedReview review;
  review.at = *parse_time("2026-12-04T10:00:00Z");
  review.day = *parse_date("2026-12-04");
  review.quality = Quality::hard;
  card.reviews = {review, review};
  card.flag = 2;
  card.suspended = true;
  ExportedCard cloze;
  cloze.id = "two";
  cloze.deck = "A";
  cloze.question = "Bern is in Switzerland";
  cloze.more = R"({"type":"cloze","cloze":"{{c1::Bern}} is in {{c2::Switzerland::country}}"})";
  ExportedCard second = cloze;
  second.same_note = true;
  second.ordinal = 1;
  const DeckReading back = written_and_read({card, cloze, second}, {}, 120);
  REQUIRE(back.error == "");
  REQUIRE(back.sink.notes.size() == 2);
  const ImportedNote& note = back.sink.notes[0];
  CHECK(note.id == "one");
  CHECK(note.question == card.question);
  CHECK(note.answer == card.answer);
  CHECK(note.tags == card.tags);
  REQUIRE(note.cards.size() == 1);
  CHECK(note.cards[0].memory->due == memory.due);
  CHECK(note.cards[0].memory->stability == 17.5);
  CHECK(note.cards[0].memory->difficulty == 5.25);
  CHECK(note.cards[0].suspended);
  CHECK(note.cards[0].flag == 2);
  REQUIRE(note.cards[0].reviews.size() == 2);
  CHECK(note.cards[0].reviews[0].at == review.at);
  CHECK(note.cards[0].reviews[1].at == review.at + Millis(1));
  CHECK(note.cards[0].reviews[0].quality == Quality::hard);
  REQUIRE(back.sink.notes[1].cards.size() == 2);
  CHECK(back.sink.notes[1].cards[1].question == "Bern is in [country]");
  CHECK(back.sink.notes[1].question == cloze.question);
}

TEST_CASE("a text that was changed since the import is written, not the fields of then") {
  const fs::path path = fs::path(EBB_SOURCE_DIR) / "tests/formats/apkg/first_scheduler/input.apkg";
  const DeckReading first = read_from(whole_file(path.string()), "x.apkg");
  std::vector<ExportedCard> cards = exported(first);
  REQUIRE(cards.size() == 1);
  cards[0].question = "changed <here>";
  const DeckReading back = written_and_read(cards, first.sink.files, 0);
  REQUIRE(back.sink.notes.size() == 1);
  CHECK(back.sink.notes[0].question == "changed <here>");
  CHECK(back.sink.notes[0].answer == "b");
}

TEST_CASE("a card that was answered since the import has its new schedule in the export") {
  const fs::path path = fs::path(EBB_SOURCE_DIR) / "tests/formats/apkg/first_scheduler/input.apkg";
  const DeckReading first = read_from(whole_file(path.string()), "x.apkg");
  std::vector<ExportedCard> cards = exported(first);
  REQUIRE(cards[0].memory);
  cards[0].memory->interval = 44;
  cards[0].memory->reviews += 1;
  cards[0].memory->due = *parse_date("2027-02-03");
  const DeckReading back = written_and_read(cards, first.sink.files, 0);
  REQUIRE(back.sink.notes[0].cards[0].memory);
  CHECK(back.sink.notes[0].cards[0].memory->interval == 44);
  CHECK(iso_date(*back.sink.notes[0].cards[0].memory->due) == "2027-02-03");
}

}  // namespace ebb
