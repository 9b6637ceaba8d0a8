// The rows of a collection: notes with their cards and their answers, one note at a time in little memory.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ebb/sqlite/database.hpp"

namespace ebb {

struct AnkiAnswer {
  std::int64_t id = 0;  // its moment, in milliseconds
  std::int64_t ease = 0, interval = 0, last_interval = 0, factor = 0, took = 0, kind = 0;
};

struct AnkiCard {
  std::int64_t id = 0, note = 0, deck = 0, ordinal = 0, modified = 0, type = 0, queue = 0, due = 0, interval = 0;
  std::int64_t factor = 0, reps = 0, lapses = 0, left = 0, home_due = 0, home_deck = 0, flags = 0;
  std::string data;
  std::vector<AnkiAnswer> answers;  // oldest first
};

struct AnkiNote {
  std::int64_t id = 0, type = 0, modified = 0, flags = 0;
  std::string guid, tags, fields, data;
  std::vector<AnkiCard> cards;  // by ordinal
};

// Three sorted queries read side by side: the file's own indexes are not relied on.
class AnkiRows {
 public:
  explicit AnkiRows(UntrustedDatabase& database);
  // The next note; false at the end.
  bool next(AnkiNote& note);
  std::int64_t notes_in_all() const { return notes_in_all_; }
  // Cards whose note is not there, and answers whose card is not there.
  std::int64_t orphan_cards() const { return cards_in_all_ - cards_given_; }

 private:
  void take_cards(AnkiNote& note);
  void take_answers(AnkiCard& card);
  std::int64_t notes_in_all_, cards_in_all_, cards_given_ = 0;
  Statement notes_, cards_, answers_;
  bool has_card_, has_answer_;
};

}  // namespace ebb
