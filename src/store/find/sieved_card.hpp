// What a filter asks about one card, each read when it is first asked for.
#pragma once
#include <optional>
#include <string>

#include "store/file/store.hpp"
#include "store/find/search_index.hpp"
#include "store/fold/card_row.hpp"

namespace ebb {

class SievedCard {
 public:
  // The columns of a card and its note that tests are about, in the order that `read` takes them.
  static constexpr const char* one =
      "SELECT card.id, card.due, card.last, card.ivl, card.n, card.ef, card.reps, card.lapses, card.drill, card.flags,"
      " card.s, card.d, card.step, card.par, note.deck, note.flags, note.q, note.a, note.more, note.born, card.wait"
      " FROM card JOIN note ON note.id = card.id >> 10 WHERE card.id = ?";
  static constexpr const char* all =
      "SELECT card.id, card.due, card.last, card.ivl, card.n, card.ef, card.reps, card.lapses, card.drill, card.flags,"
      " card.s, card.d, card.step, card.par, note.deck, note.flags, note.q, note.a, note.more, note.born, card.wait"
      " FROM card JOIN note ON note.id = card.id >> 10 WHERE note.flags & 9 = 0 AND card.flags & 2 = 0 ORDER BY card.id";

  static constexpr const char* of_note =
      "SELECT card.id, card.due, card.last, card.ivl, card.n, card.ef, card.reps, card.lapses, card.drill, card.flags,"
      " card.s, card.d, card.step, card.par, note.deck, note.flags, note.q, note.a, note.more, note.born, card.wait"
      " FROM card JOIN note ON note.id = card.id >> 10 WHERE card.id BETWEEN ?1 << 10 AND (?1 << 10) + 1023"
      " AND note.flags & 9 = 0 AND card.flags & 2 = 0 ORDER BY card.id";

  explicit SievedCard(Store& store) : store_(store) {}
  // Takes a row; forgets the card before it. The statement must stay on the row until the next one is taken.
  void read(const Statement& row);

  CardId card() const { return card_; }
  NoteId note() const { return card_.note(); }
  std::int64_t deck() const { return deck_; }
  int note_flags() const { return note_flags_; }
  bool live() const { return live_; }
  bool suspended() const;
  bool gone() const;
  const Memory& memory() const {
    if (!has_memory_) read_memory();
    return memory_;
  }
  // The memory as it is shown: with the due day also of a suspended card, and of no new one.
  Memory shown_memory();
  // The due day, also of a suspended card.
  std::optional<Day> due();
  // The chance to remember it on a day, 0..1; nothing for a new card.
  std::optional<double> recall(Day day) const;

  // Question, answer and both, folded; as they are.
  const std::string& folded_question();
  const std::string& folded_answer();
  const std::string& question();
  const std::string& answer();
  // What the note is beside its texts, and this card beside its note; as JSON and as read from it.
  const std::string& more();
  const std::string& card_keys();
  // What the search index says of its note.
  SearchHits::Answer found_in(const SearchHits& hits) const { return hits.about(q_, a_, more_); }
  int flag();
  std::string public_id();
  // Days, as they were where the entry was written; `rollover_min` is when days begin, in minutes after midnight.
  std::optional<Day> added(int rollover_min);
  std::optional<Day> edited(int rollover_min);

 private:
  void read_memory() const;
  void read_text();
  void take_text(const Statement& row);
  std::optional<Day> day_of_entry(std::int64_t entry, int rollover_min);
  std::int64_t or_q(std::int64_t entry) const { return entry == 0 ? q_ : entry; }

  Store& store_;
  CardId card_;
  const Statement* row_ = nullptr;
  mutable Memory memory_;
  mutable bool has_memory_ = false;
  bool live_ = false, has_text_ = false;
  int flags_ = 0, note_flags_ = 0, flag_ = 0;
  std::int64_t deck_ = 0, q_ = 0, a_ = 0, more_ = 0, born_ = 0;
  std::string question_, answer_, more_text_, card_keys_;
  std::optional<Guid> guid_;
  std::optional<std::string> folded_question_, folded_answer_;
};

}  // namespace ebb
