// Notes of several cards: what comes of them when their cards are written, one after the other, and read again.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>

#include "formats/cloze.hpp"
#include "formats/json/members.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/reading.hpp"

namespace ebb {
namespace {

rc::Gen<std::string> word() {
  const std::vector<std::string> words{"a",      "std::vector", "x }} y", "{{c1::", "[b]", "#c", "=1+1",
                                       "é 日本", "שלום",        "🎉",      "Q: d",   "\"",  "---"};
  return rc::gen::elementOf(words);
}

ImportedNote any_note(int number, bool clozes, bool reversed) {
  ImportedNote note;
  note.id = "n" + std::to_string(number);
  note.deck = "D";
  note.question = *word() + std::to_string(number);
  note.answer = *word();
  const int kind = *rc::gen::inRange(0, 3);
  if (kind == 1 && reversed) make_reversed(note);
  if (kind == 2 && clozes) {
    note.answer.clear();
    Cloze cloze;
    for (int i = 1; i <= *rc::gen::inRange(1, 4); ++i) {
      cloze.text += *word() + " ";
      const std::size_t begin = cloze.text.size();
      cloze.text += *word() + std::to_string(number);
      cloze.holes.push_back({begin, cloze.text.size(), {i}, ""});
    }
    if (cloze.holes.empty()) return note;
    RC_ASSERT(make_cloze(note, cloze).empty());
  }
  return note;
}

// The cards of a note as the store would give them to a writer.
std::vector<ExportedCard> exported(const ImportedNote& note) {
  std::vector<ExportedCard> cards;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, note.cards.size()); ++i) {
    const ImportedCard own = note.cards.empty() ? ImportedCard{} : note.cards[i];
    ExportedCard card;
    card.id = note.id;
    card.deck = note.deck;
    card.more = note.more;
    card.state = "new";
    card.ordinal = own.ordinal;
    card.same_note = i > 0;
    const bool shared = own.question.empty();
    card.question = shared ? note.question : own.question;
    card.answer = shared ? note.answer : own.answer;
    cards.push_back(std::move(card));
  }
  return cards;
}

Reading written_and_read(const char* format, std::vector<ExportedCard> cards, bool full = false) {
  std::ostringstream out;
  std::size_t next = 0;
  ExportOptions options;
  options.full = full;
  find_format(format)->write(
      out, options,
      [&](ExportedCard& card) {
        if (next == cards.size()) return false;
        card = cards[next++];
        return true;
      },
      NextEntry());
  return read_from(out.str(), std::string("x.") + format);
}

void check_notes(const char* format, bool clozes, bool reversed) {
  std::vector<ImportedNote> notes;
  std::vector<ExportedCard> cards;
  for (int number = 1; number <= *rc::gen::inRange(1, 6); ++number) {
    notes.push_back(any_note(number, clozes, reversed));
    for (ExportedCard& card : exported(notes.back())) cards.push_back(std::move(card));
  }
  const Reading reading = written_and_read(format, cards);
  RC_ASSERT(reading.error.empty());
  RC_ASSERT(reading.sink.notes.size() == notes.size());
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const ImportedNote& note = reading.sink.notes[i];
    RC_ASSERT(note.question == notes[i].question);
    RC_ASSERT(note.answer == notes[i].answer);
    RC_ASSERT(string_member(note.more, "cloze") == string_member(notes[i].more, "cloze"));
    RC_ASSERT(note.cards.size() == notes[i].cards.size());
    for (std::size_t c = 0; c < note.cards.size(); ++c) {
      RC_ASSERT(note.cards[c].ordinal == notes[i].cards[c].ordinal);
      RC_ASSERT(note.cards[c].question == notes[i].cards[c].question);
      RC_ASSERT(note.cards[c].answer == notes[i].cards[c].answer);
    }
  }
}

}  // namespace

TEST_CASE("notes of several cards read back as the same notes") {
  for (const char* format : {"json", "csv", "tsv", "anki-text"})
    CHECK(rc::check(format, [&] { check_notes(format, true, true); }));
  CHECK(rc::check("md", [] { check_notes("md", true, false); }));
}

TEST_CASE("a reversed note of which only the reverse card is exported keeps its sides") {
  ImportedNote note;
  note.question = "perro";
  note.answer = "dog";
  make_reversed(note);
  auto cards = exported(note);
  cards[1].same_note = false;
  for (const char* format : {"json", "csv", "tsv"}) {
    const Reading reading = written_and_read(format, {cards[1]});
    REQUIRE(reading.sink.notes.size() == 1);
    CHECK(reading.sink.notes[0].question == "perro");
    CHECK(reading.sink.notes[0].answer == "dog");
  }
}

TEST_CASE("schedules and histories of a JSON deck read back the same") {
  ImportedNote note;
  note.id = "n";
  REQUIRE(make_cloze(note, parse_cloze("{{c1::a}} {{c2::b}}")) == "");
  auto cards = exported(note);
  cards[0].state = "review";
  cards[0].due = "2026-12-01";
  cards[0].last_review = "2026-11-16";
  cards[0].interval = 15;
  cards[0].ease = 2.36;
  cards[0].reps = 4;
  cards[0].lapses = 1;
  cards[0].memory.emplace();
  cards[0].memory->repetitions = 4;
  cards[0].memory->stability = 12.5;
  cards[0].memory->difficulty = 6.25;
  cards[0].flag = 3;
  cards[1].suspended = true;
  ImportedReview review;
  review.at = *parse_time("2026-11-16T01:30:00.250Z");
  review.offset_min = -330;
  review.day = *parse_date("2026-11-15");
  review.quality = Quality::wrong;
  review.took = Millis(4200);
  cards[1].reviews = {review};
  const Reading reading = written_and_read("json", cards, true);
  REQUIRE(reading.sink.notes.size() == 1);
  REQUIRE(reading.sink.notes[0].cards.size() == 2);
  const ImportedCard &first = reading.sink.notes[0].cards[0], &second = reading.sink.notes[0].cards[1];
  REQUIRE(first.memory);
  CHECK(iso_date(*first.memory->due) == "2026-12-01");
  CHECK(iso_date(*first.memory->last) == "2026-11-16");
  CHECK(first.memory->interval == 15);
  CHECK(first.memory->ease == 236);
  CHECK(first.memory->reviews == 4);
  CHECK(first.memory->lapses == 1);
  CHECK(first.memory->repetitions == 4);
  CHECK(first.memory->stability == 12.5);
  CHECK(first.memory->difficulty == 6.25);
  CHECK(first.flag == 3);
  CHECK(!first.suspended);
  CHECK(second.suspended);
  CHECK(!reading.sink.notes[0].suspended);
  CHECK(!second.memory);
  REQUIRE(second.reviews.size() == 1);
  CHECK(second.reviews[0].at == review.at);
  CHECK(second.reviews[0].offset_min == -330);
  CHECK(second.reviews[0].day == review.day);
  CHECK(second.reviews[0].quality == Quality::wrong);
  CHECK(second.reviews[0].took == review.took);
}

TEST_CASE("a side of Markdown reads back the same, however it begins and ends") {
  CHECK(rc::check("side", [] {
    const std::vector<std::string> atoms{" ",  "\n", "\t",   "\\", "#",   "# x",    "---",
                                         "Q:", "A:", "Q\\:", "a",  "```", "\n```\n"};
    std::string side;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(atoms)))
      side += part;
    RC_ASSERT(read_side(side_text(side)) == side);
  }));
}

TEST_CASE("a card between learning steps is on the same step in every format that has schedules") {
  for (const char* format : {"json", "apkg"}) {
    for (const bool relearning : {false, true}) {
      ImportedNote note;
      note.id = "n", note.question = "q", note.answer = "a";
      auto cards = exported(note);
      Memory memory;
      memory.step = relearning ? 1 : 2;
      memory.relearning = relearning;
      memory.interval = relearning ? 7 : 0;
      memory.reviews = 2;
      memory.last = *parse_date("2026-11-25");
      memory.due = *parse_date("2026-11-26");
      cards[0].memory = memory;
      cards[0].state = "learning";
      cards[0].due = "2026-11-26", cards[0].last_review = "2026-11-25";
      cards[0].interval = memory.interval, cards[0].reps = 2;
      const Reading reading = written_and_read(format, cards, true);
      CAPTURE(format);
      CAPTURE(relearning);
      REQUIRE(reading.sink.notes.size() == 1);
      REQUIRE(reading.sink.notes[0].cards.size() == 1);
      const auto& back = reading.sink.notes[0].cards[0].memory;
      REQUIRE(back);
      CHECK(back->step == memory.step);
      CHECK(back->relearning == relearning);
      CHECK(back->interval == memory.interval);
      CHECK(back->due == memory.due);
    }
  }
}

}  // namespace ebb
