// What is to be done today: counts for the status, per deck.
#include <algorithm>

#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

int count_on(Store& store, const char* sql, Day day) {
  Statement& find = store.sql(sql);
  find.bind(1, day_number(day)).step();
  const int count = static_cast<int>(find.number(0));
  find.reset();
  return count;
}

std::int64_t deck_of(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT deck FROM note WHERE id = ?");
  const std::int64_t deck = find.bind(1, note.value).step() ? find.number(0) : 0;
  find.reset();
  return deck;
}

// The new cards that no limit holds back, one a note, so that what is left out can be told; buried ones not counted.
// New cards of one note share their due value.
int waiting_new(Store& store, const Today& today, CardSieve& sieve) {
  if (sieve.open())
    return count_on(store, "SELECT count(*) FROM (SELECT due FROM card WHERE due >= 1000000"
                           " AND id NOT IN (SELECT card FROM buried WHERE day = ?1) GROUP BY due)", today.day);
  int count = 0;
  std::int64_t last = 0;
  Statement all(store.db(), "SELECT id, due FROM card WHERE due >= 1000000 AND id NOT IN (SELECT card FROM buried WHERE day = ?1) ORDER BY due");
  all.bind(1, day_number(today.day));
  while (all.step()) {
    if (all.number(1) == last || !sieve.passes(CardId{all.number(0)})) continue;
    last = all.number(1);
    ++count;
  }
  return count;
}

void find_next_day(Store& store, const Today& today, const DayRules& rules, CardSieve& sieve, Counts& counts) {
  if (counts.due + counts.fresh + counts.drill > 0 || counts.deferred > 0) {
    if (counts.deferred > 0 && counts.due + counts.fresh + counts.drill == 0) {
      counts.next_day = today.day + std::chrono::days{1};
      counts.next_cards = counts.deferred;
    }
    return;
  }
  // The nearest later day: suspended and hidden cards have no due value, so they never stand in the way.
  std::optional<Day> day;
  int cards = 0;
  Statement next(store.db(), "SELECT due, id FROM card WHERE due > ?1 AND due < 1000000 ORDER BY due");
  next.bind(1, day_number(today.day));
  while (next.step()) {
    const Day due = day_from_number(static_cast<int>(next.number(0)));
    if (day && due != *day) break;
    if (!sieve.passes(CardId{next.number(1)})) continue;
    day = due;
    ++cards;
  }
  // Buried cards come back tomorrow, and as many new ones as tomorrow's limit lets in.
  const Day tomorrow = today.day + std::chrono::days{1};
  int back = std::min(counts.new_left_out, new_limit_of(store, tomorrow, rules));
  Statement buried(store.db(), "SELECT card.id FROM buried JOIN card ON card.id = buried.card WHERE buried.day = ?1 AND card.due <= ?1");
  buried.bind(1, day_number(today.day));
  while (buried.step()) back += sieve.passes(CardId{buried.number(0)});
  if (back > 0) {
    cards = day == tomorrow ? cards + back : back;
    day = tomorrow;
  }
  counts.next_day = day;
  counts.next_cards = cards;
}

}  // namespace

std::int64_t card_count(Collection& collection) {
  // Those with a due value are counted by its index; only suspended ones are looked up.
  return collection.store().db().number(
      "SELECT (SELECT count(*) FROM card WHERE due IS NOT NULL) + (SELECT count(*) FROM card JOIN note ON note.id = card.id >> 10"
      " WHERE card.due IS NULL AND card.flags & 3 = 1 AND note.flags & 9 = 0)");
}

Counts counts(Collection& collection, const CardFilter& filter, const Today& today, const DayRules& rules) {
  Store& store = collection.store();
  const Reading reading(store.db());
  CardSieve sieve(store, filter, today);
  Counts counts;
  counts.new_limit = new_limit_of(store, today.day, rules);
  counts.new_today = new_cards_begun(store, today.day);
  counts.seconds_per_answer = mean_seconds(collection, today.day);
  counts.reviewed_today = count_on(store, "SELECT ifnull(sum(n), 0) FROM tally WHERE day = ?1", today.day);

  Leases leases(":memory:");  // counting takes no card from another terminal
  StudyOptions options;
  options.filter = filter;
  options.rules = rules;
  // Which cards a limit of reviews lets in depends on their order; without one only their number counts.
  options.order = StudyOptions::Order::due;
  std::map<std::int64_t, DeckCounts> decks;
  const TodaysQueue queue = todays_queue(store, options, today, leases);
  counts.deferred = queue.deferred;
  counts.overdue = queue.overdue;
  for (const CardId card : queue.held_back) ++decks[deck_of(store, card.note())].deferred;
  for (const QueuedCard& queued : queue.cards) {
    DeckCounts& deck = decks[deck_of(store, queued.card.note())];
    switch (queued.kind) {
      case QueuedCard::Kind::due: ++deck.due, ++counts.due; break;
      case QueuedCard::Kind::fresh: ++deck.fresh, ++counts.fresh; break;
      case QueuedCard::Kind::drill: ++deck.drill, ++counts.drill; break;
    }
  }
  counts.new_left_out = std::max(0, waiting_new(store, today, sieve) - counts.fresh);
  for (auto& [id, deck] : decks) {
    deck.deck = DeckId{id};
    deck.name = deck_name(store, deck.deck);
    counts.decks.push_back(deck);
  }
  std::sort(counts.decks.begin(), counts.decks.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  find_next_day(store, today, rules, sieve, counts);
  return counts;
}

}  // namespace ebb
