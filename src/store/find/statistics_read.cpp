// One pass over the log, or over the card rows, for statistics.
#include "ebb/store/statistics.hpp"

#include <algorithm>
#include <map>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

// The study day of each card's last answer so far: by note in an array, because nearly every card is its note's first.
class LastDays {
 public:
  explicit LastDays(Store& store)
      : first_(static_cast<std::size_t>(store.db().number("SELECT ifnull(max(id), 0) FROM note")) + 1) {}
  std::int32_t& of(CardId card) {
    const auto note = static_cast<std::size_t>(card.note().value);
    return card.ordinal() == 0 && note < first_.size() ? first_[note] : others_[card];
  }

 private:
  std::vector<std::int32_t> first_;
  std::map<CardId, std::int32_t> others_;
};

// The schedules that cards were imported with: each moves its card's last day when the log comes to it.
class Seeds {
 public:
  explicit Seeds(Store& store) : store_(store) {
    std::vector<CardId> cards;
    Statement find(store.db(), "SELECT DISTINCT ent, part FROM change WHERE what = 19");
    while (find.step()) cards.push_back(card_of(NoteId{find.number(0)}, static_cast<int>(find.number(1))));
    for (const CardId card : cards)
      for (const CardEvent& event : card_events(store, card))
        if (event.seed) seeds_[card].push_back(event);
  }
  void before(CardId card, EntryId entry, std::int64_t hlc, std::int32_t& last) {
    const auto found = seeds_.find(card);
    if (found == seeds_.end()) return;
    std::vector<CardEvent>& waiting = found->second;
    while (!waiting.empty() && before_in_merge_order(store_, waiting.front().id, waiting.front().hlc, entry, hlc)) {
      const auto& day = waiting.front().seed->last;
      last = day ? day_number(*day) : 0;
      waiting.erase(waiting.begin());
    }
  }

 private:
  Store& store_;
  std::map<CardId, std::vector<CardEvent>> seeds_;
};

// Whether a card passes, asked once a card.
class AskedOnce {
 public:
  AskedOnce(Store& store, const CardFilter& filter, const Today& today) : sieve_(store, filter, today) {}
  bool passes(CardId card) {
    if (sieve_.open()) return true;
    const auto [known, first] = known_.try_emplace(card, false);
    if (first) known->second = sieve_.passes(card);
    return known->second;
  }

 private:
  CardSieve sieve_;
  std::map<CardId, bool> known_;
};

std::optional<Day> day_or_none(std::int32_t number) {
  return number ? std::optional<Day>{day_from_number(number)} : std::nullopt;
}

// The merge order is (clock, device, sequence): with one device that of the rows, which is ten times faster.
const char* answers_in_order(Store& store) {
  const bool one_device = store.db().number("SELECT count(*) FROM (SELECT DISTINCT id >> 40 FROM review)") <= 1;
  return one_device ? "SELECT id, hlc, lag, tz, day, card, grade, ms, kind FROM review ORDER BY id"
                    : "SELECT review.id, hlc, lag, tz, day, card, grade, ms, kind FROM review"
                      " JOIN device ON device.dev = review.id >> 40 ORDER BY hlc, device.id, review.id";
}

CountedAnswer answer_of(const Statement& row) {
  CountedAnswer answer;
  answer.at = Instant{Millis{(row.number(1) >> 16) - row.number(2)}};
  answer.offset_min = static_cast<int>(row.number(3));
  answer.day = day_from_number(static_cast<int>(row.number(4)));
  answer.card = CardId{row.number(5)};
  answer.quality = static_cast<Quality>(row.number(6));
  answer.took = Millis{row.number(7)};
  answer.cram = row.number(8) == static_cast<int>(Intent::cram);
  return answer;
}

}  // namespace

void for_each_counted_answer(Collection& collection, const CardFilter& filter, const Today& today,
                             const std::function<void(const CountedAnswer&)>& visit) {
  Store& store = collection.store();
  const Reading reading(store.db());
  const bool any_dead = store.db().number("SELECT EXISTS(SELECT 1 FROM dead)") != 0;
  LastDays last_days(store);
  Seeds seeds(store);
  AskedOnce asked(store, filter, today);
  Statement rows(store.db(), answers_in_order(store));
  while (rows.step()) {
    const EntryId entry{rows.number(0)};
    if (any_dead && !is_live(store, entry)) continue;
    CountedAnswer answer = answer_of(rows);
    if (!answer.cram) {
      std::int32_t& last = last_days.of(answer.card);
      seeds.before(answer.card, entry, rows.number(1), last);
      answer.band = band_after(day_or_none(last), answer.day);
      last = std::max(last, static_cast<std::int32_t>(day_number(answer.day)));
    }
    if (asked.passes(answer.card)) visit(answer);
  }
}

void for_each_counted_card(Collection& collection, const CardFilter& filter, const Today& today,
                           const std::function<void(const CountedCard&)>& visit) {
  Store& store = collection.store();
  const Reading reading(store.db());
  CardSieve sieve(store, filter, today);
  // A statement of its own: the sieve uses the prepared ones. Cards that are not live have no due value.
  Statement ids(store.db(),
                "SELECT card.id, note.deck FROM card JOIN note ON note.id = card.id >> 10"
                " WHERE note.flags & 9 = 0 AND card.flags & 2 = 0 ORDER BY card.id");
  while (ids.step()) {
    const CardId card{ids.number(0)};
    if (!sieve.passes(card)) continue;
    const std::optional<CardRow> row = read_card(store, card);
    if (row) visit({card, DeckId{ids.number(1)}, row->memory, (row->flags & card_suspended) != 0});
  }
}

std::vector<NamedDeck> decks_by_id(Collection& collection) {
  std::vector<NamedDeck> decks;
  Statement find(collection.store().db(), "SELECT id, name FROM deck WHERE live ORDER BY id");
  while (find.step()) decks.push_back({DeckId{find.number(0)}, std::string(find.text(1))});
  return decks;
}

void for_each_note(Collection& collection, const std::function<void(NoteId note, DeckId deck)>& visit) {
  Statement find(collection.store().db(), "SELECT id, deck FROM note ORDER BY id");
  while (find.step()) visit(NoteId{find.number(0)}, DeckId{find.number(1)});
}

void for_each_due_day(Collection& collection, const std::function<void(Day day, int cards)>& visit) {
  Statement find(collection.store().db(),
                 "SELECT due, count(*) FROM card WHERE due BETWEEN 0 AND 999999 GROUP BY due ORDER BY due");
  while (find.step()) visit(day_from_number(static_cast<int>(find.number(0))), static_cast<int>(find.number(1)));
}

void for_each_tagged_note(Collection& collection,
                          const std::function<void(const std::string& tag, NoteId note)>& visit) {
  Statement find(collection.store().db(),
                 "SELECT tag.name, note_tag.note FROM note_tag JOIN tag ON tag.id = note_tag.tag"
                 " ORDER BY tag.name, note_tag.note");
  while (find.step()) visit(std::string(find.text(0)), NoteId{find.number(1)});
}

}  // namespace ebb
