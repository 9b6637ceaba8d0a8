// Reading the tables in the order of notes.
#include "formats/anki/rows.hpp"

namespace ebb {
namespace {

constexpr const char* notes_query =
    "SELECT id, guid, mid, mod, tags, flds, flags, data FROM notes NOT INDEXED ORDER BY id";
constexpr const char* cards_query =
    "SELECT nid, ord, id, did, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data "
    "FROM cards NOT INDEXED ORDER BY nid, ord, id";
constexpr const char* answers_query =
    "SELECT c.nid, c.ord, c.id, r.id, r.ease, r.ivl, r.lastIvl, r.factor, r.time, r.type "
    "FROM revlog r NOT INDEXED CROSS JOIN cards c NOT INDEXED ON c.id = r.cid ORDER BY c.nid, c.ord, c.id, r.id";

}  // namespace

AnkiRows::AnkiRows(UntrustedDatabase& database)
    : notes_in_all_(database.number("SELECT count(*) FROM notes")),
      cards_in_all_(database.number("SELECT count(*) FROM cards")),
      notes_(database, notes_query),
      cards_(database, cards_query),
      answers_(database, answers_query),
      has_card_(cards_.step()),
      has_answer_(answers_.step()) {}

bool AnkiRows::next(AnkiNote& note) {
  if (!notes_.step()) return false;
  note = {};
  note.id = notes_.number(0);
  note.guid = notes_.text(1);
  note.type = notes_.number(2);
  note.modified = notes_.number(3);
  note.tags = notes_.text(4);
  note.fields = notes_.text(5);
  note.flags = notes_.number(6);
  note.data = notes_.text(7);
  take_cards(note);
  return true;
}

void AnkiRows::take_cards(AnkiNote& note) {
  while (has_card_ && cards_.number(0) < note.id) has_card_ = cards_.step();
  while (has_card_ && cards_.number(0) == note.id) {
    AnkiCard card;
    std::int64_t* const columns[] = {&card.note,     &card.ordinal,  &card.id,        &card.deck,
                                     &card.modified, &card.type,     &card.queue,     &card.due,
                                     &card.interval, &card.factor,   &card.reps,      &card.lapses,
                                     &card.left,     &card.home_due, &card.home_deck, &card.flags};
    int column = 0;
    for (std::int64_t* const value : columns) *value = cards_.number(column++);
    card.data = cards_.text(column);
    take_answers(card);
    note.cards.push_back(std::move(card));
    ++cards_given_;
    has_card_ = cards_.step();
  }
}

void AnkiRows::take_answers(AnkiCard& card) {
  const auto before = [&] {
    const std::int64_t note = answers_.number(0), ordinal = answers_.number(1);
    if (note != card.note) return note < card.note;
    return ordinal != card.ordinal ? ordinal < card.ordinal : answers_.number(2) < card.id;
  };
  while (has_answer_ && before()) has_answer_ = answers_.step();
  while (has_answer_ && answers_.number(2) == card.id && answers_.number(0) == card.note) {
    card.answers.push_back({answers_.number(3), answers_.number(4), answers_.number(5), answers_.number(6),
                            answers_.number(7), answers_.number(8), answers_.number(9)});
    has_answer_ = answers_.step();
  }
}

}  // namespace ebb
