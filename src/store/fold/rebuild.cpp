// Folding the whole log anew: undone batches, decks, notes, then all answers in log order with the states in an array.
#include <algorithm>

#include "store/file/schema.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"
#include "store/fold/tally_cells.hpp"
#include "store/log/undo.hpp"

namespace ebb {
namespace {

// Undo entries newest first: one is live unless a live one that is newer takes back its batch.
struct UndoEntry {
  std::int64_t batch, target;
};

std::vector<UndoEntry> undos_newest_first(Store& store) {
  std::vector<UndoEntry> undos;
  Statement& find = store.sql(
      "SELECT change.id - batch, ent FROM change INDEXED BY change_rare JOIN device ON device.dev = change.id >> 40"
      " WHERE what = 80 AND what >= 64 ORDER BY hlc DESC, device.id DESC, change.id DESC");
  while (find.step()) undos.push_back({find.number(0), find.number(1)});
  return undos;
}

// The memory of one card while the log goes by, small enough for a million of them.
struct Packed {
  std::int32_t reviews = 0, lapses = 0, repetitions = 0, interval = 0, last = 0, due = 0, drill = 0;
  std::int32_t wait = 0;
  std::int16_t ease = 250, step = 0;  // relearning: negative, as in the row
  double stability = 0, difficulty = 0;
  std::int64_t head = 0, par = 0;
};

std::optional<Day> day_or_none(std::int32_t number) {
  return number ? std::optional<Day>{day_from_number(number)} : std::nullopt;
}
std::int32_t number_or_zero(const std::optional<Day>& day) { return day ? day_number(*day) : 0; }

Memory unpack(const Packed& packed) {
  Memory memory;
  memory.reviews = packed.reviews;
  memory.lapses = packed.lapses;
  memory.repetitions = packed.repetitions;
  memory.interval = packed.interval;
  memory.ease = packed.ease;
  memory.step = std::abs(packed.step);
  memory.relearning = packed.step < 0;
  memory.wait = std::chrono::seconds{packed.wait};
  memory.stability = packed.stability;
  memory.difficulty = packed.difficulty;
  memory.last = day_or_none(packed.last);
  memory.due = day_or_none(packed.due);
  memory.drill = day_or_none(packed.drill);
  return memory;
}

void pack(Packed& packed, const Memory& memory) {
  packed.reviews = memory.reviews;
  packed.lapses = memory.lapses;
  packed.repetitions = memory.repetitions;
  packed.interval = memory.interval;
  packed.ease = static_cast<std::int16_t>(memory.ease);
  packed.step = static_cast<std::int16_t>(memory.relearning ? -memory.step : memory.step);
  packed.wait = static_cast<std::int32_t>(memory.wait.count());
  packed.stability = memory.stability;
  packed.difficulty = memory.difficulty;
  packed.last = number_or_zero(memory.last);
  packed.due = number_or_zero(memory.due);
  packed.drill = number_or_zero(memory.drill);
}

void drop_caches(Store& store) {
  store.db().run("DELETE FROM note_tag; DELETE FROM tag; DELETE FROM buried; DELETE FROM card; DELETE FROM note;"
                 "DELETE FROM deck; DELETE FROM dead; DELETE FROM tally");
}

void fold_decks(Store& store) {
  std::set<std::int64_t> decks;
  Statement& find = store.sql("SELECT DISTINCT ent FROM change INDEXED BY change_rare WHERE what IN (64, 66) AND what >= 64");
  while (find.step()) decks.insert(find.number(0));
  for (const std::int64_t deck : decks) refold_deck(store, DeckId{deck});
  refold_settings(store);
}

// The maps only grow: a name that is missing is added, none is taken away.
void fold_maps(Store& store) {
  store.db().run("INSERT OR IGNORE INTO note_guid(guid, note) SELECT guid, ent FROM change WHERE what IN (1, 5) AND guid IS NOT NULL;"
                 "INSERT OR IGNORE INTO deck_guid(guid, deck) SELECT guid, ent FROM change WHERE what IN (64, 65) AND guid IS NOT NULL");
}

// Notes with one live entry, their birth, are written at once; the others are folded one by one.
void fold_notes(Store& store) {
  std::set<std::int64_t> folded_later;
  std::vector<std::pair<std::int64_t, std::int64_t>> note_tags;
  Statement births(store.db(), "SELECT id, ent, num, more FROM change WHERE what = 1 ORDER BY id");
  while (births.step()) {
    const EntryId id{births.number(0)};
    const NoteId note{births.number(1)};
    Statement& insert = store.sql("INSERT OR IGNORE INTO note(id, deck, q) VALUES(?, ?, ?)");
    insert.bind(1, note.value).bind(2, births.number(2)).bind(3, id.value).run();
    const bool first = store.db().changes() > 0;
    if (first)
      for (const int ordinal : ordinals_in(births.text(3))) make_card(store, card_of(note, ordinal));
    else if (id.device() == 0)
      store.sql("UPDATE note SET head = max(head, ?2) WHERE id = ?1").bind(1, note.value).bind(2, id.value).run();
    for (const std::string& tag : tags_of(births.text(3)))
      if (first) note_tags.emplace_back(tag_number(store, tag), note.value);
    if (!first || !is_live(store, id)) folded_later.insert(note.value);
  }
  std::sort(note_tags.begin(), note_tags.end());
  for (const auto& [tag, note] : note_tags)
    store.sql("INSERT OR IGNORE INTO note_tag(tag, note) VALUES(?, ?)").bind(1, tag).bind(2, note).run();
  Statement others(store.db(), "SELECT id, ent, what FROM change WHERE what BETWEEN 2 AND 63 ORDER BY id");
  while (others.step()) {
    const EntryId id{others.number(0)};
    if (!about_schedule(static_cast<int>(others.number(2)))) folded_later.insert(others.number(1));
    if (id.device() == 0)
      store.sql("UPDATE note SET head = max(head, ?2) WHERE id = ?1").bind(1, others.number(1)).bind(2, id.value).run();
  }
  for (const std::int64_t note : folded_later) refold_note(store, NoteId{note});
}

void step(Store& store, Packed& packed, const Review& review, TallyCells& cells) {
  if (review.intent == Intent::cram) return;
  const Memory before = unpack(packed);
  cells.count(review, band_after(before.last, review.day));
  pack(packed, after_review(store.scheduler(packed.par), before, review));
}

// The states of all cards: by note in an array, because nearly every card is its note's first; the others in a map.
class States {
 public:
  explicit States(std::size_t notes) : first_(notes + 1) {}
  Packed& of(CardId card) {
    const auto note = static_cast<std::size_t>(card.note().value);
    return card.ordinal() == 0 && note < first_.size() ? first_[note] : others_[card];
  }
  // In the order of the rows, so that each page is met once.
  void write(Store& store) const {
    for (std::size_t note = 0; note < first_.size(); ++note)
      if (first_[note].head != 0 || first_[note].reviews != 0)
        write_one(store, card_of(NoteId{static_cast<std::int64_t>(note)}, 0), first_[note]);
    for (const auto& [card, packed] : others_) write_one(store, card, packed);
  }

 private:
  static void write_one(Store& store, CardId card, const Packed& packed) {
    std::optional<CardRow> row = read_card(store, card);
    if (!row) return;
    row->memory = unpack(packed);
    row->head = packed.head;
    row->par = packed.par;
    write_card(store, card, *row);
  }
  std::vector<Packed> first_;
  std::map<CardId, Packed> others_;
};

// The undone batches, read once: asking the table for each of ten million answers would cost more than the fold.
class DeadBatches {
 public:
  explicit DeadBatches(Store& store) {
    Statement& find = store.sql("SELECT batch, n FROM dead ORDER BY batch");
    while (find.step()) ranges_.push_back({find.number(0), find.number(1)});
  }
  bool contain(EntryId entry) const {
    auto after = std::upper_bound(ranges_.begin(), ranges_.end(), entry.value,
                                  [](std::int64_t id, const BatchRange& range) { return id < range.first; });
    return after != ranges_.begin() && entry.value < std::prev(after)->first + std::prev(after)->length;
  }

 private:
  std::vector<BatchRange> ranges_;
};

// The merge order is (hlc, device, seq): with one device it is the order of the rows, which is ten times faster.
const char* reviews_in_order(Store& store) {
  const bool one_device = store.db().number("SELECT count(*) FROM (SELECT DISTINCT id >> 40 FROM review)") <= 1;
  return one_device ? "SELECT id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due FROM review ORDER BY id"
                    : "SELECT review.id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due FROM review"
                      " JOIN device ON device.dev = review.id >> 40 ORDER BY hlc, device.id, review.id";
}

// All of a card is folded under the parameters that its newest answer names. While the log holds none, that is SM-2.
void find_parameters(Store& store, States& states, const DeadBatches& dead) {
  if (store.db().number("SELECT EXISTS(SELECT 1 FROM change INDEXED BY change_rare WHERE what = 72 AND what >= 64)") == 0) return;
  Statement reviews(store.db(), reviews_in_order(store));
  while (reviews.step())
    if (!dead.contain(EntryId{reviews.number(0)})) states.of(CardId{reviews.number(5)}).par = reviews.number(9);
}

// Cards that came with a schedule or were moved: these are folded one by one, after the others.
std::set<std::int64_t> cards_with_events(Store& store) {
  std::set<std::int64_t> cards;
  Statement find(store.db(), "SELECT ent, part FROM change WHERE what IN (18, 19, 20)");
  while (find.step()) cards.insert(card_of(NoteId{find.number(0)}, static_cast<int>(find.number(1))).value);
  return cards;
}

void fold_answers(Store& store) {
  States states(static_cast<std::size_t>(store.db().number("SELECT ifnull(max(id), 0) FROM note")));
  const DeadBatches dead(store);
  TallyCells cells;
  find_parameters(store, states, dead);
  const std::set<std::int64_t> alone = cards_with_events(store);
  Statement reviews(store.db(), reviews_in_order(store));
  while (reviews.step()) {
    const LoggedReview logged = read_review(reviews);
    Packed& packed = states.of(logged.review.card);
    if (logged.id.device() == 0) packed.head = std::max(packed.head, logged.id.value);
    if (!dead.contain(logged.id) && !alone.contains(logged.review.card.value)) step(store, packed, logged.review, cells);
  }
  // Rows in random order through an index would cost more than the fold: it is made again at the end.
  store.db().run("DROP INDEX card_due");
  states.write(store);
  store.db().run("CREATE INDEX card_due ON card(due, id, ivl, n, step)");
  cells.write(store);
  for (const std::int64_t card : alone) {
    refold_card(store, CardId{card});
    tally_card(store, CardId{card}, +1);
  }
}

}  // namespace

void recompute_dead(Store& store) {
  std::set<std::int64_t> dead;
  for (const UndoEntry& undo : undos_newest_first(store))
    if (!dead.contains(undo.batch)) dead.insert(undo.target);
  store.db().run("DELETE FROM dead");
  for (const std::int64_t first : dead)
    store.sql("INSERT INTO dead(batch, n) VALUES(?, ?)").bind(1, first).bind(2, batch_of(store, EntryId{first}).length).run();
}

void rebuild_caches(Store& store) {
  std::optional<Transaction> own;
  if (!store.db().in_transaction()) own.emplace(store.db());
  store.db().run("PRAGMA cache_size = -32768");
  drop_caches(store);
  fold_maps(store);
  recompute_dead(store);
  fold_decks(store);
  fold_notes(store);
  fold_answers(store);
  store.sql("REPLACE INTO meta(key, value) VALUES('fold', ?)").bind(1, std::string_view(fold_name)).run();
  if (own) own->commit();
}

}  // namespace ebb
