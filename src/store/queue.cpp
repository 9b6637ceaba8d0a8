// Building today's queue under today's limit of new cards.
#include "store/queue.hpp"

#include <algorithm>

#include "store/fold.hpp"

namespace ebb {
namespace {

constexpr int default_new_limit = 10;

// splitmix64: the same seed gives the same order on every machine, which std::shuffle does not promise.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

void order_due(std::vector<QueuedCard>& cards, const StudyOptions& options) {
  if (options.order == StudyOptions::Order::added)
    std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.card < b.card; });
  if (options.order == StudyOptions::Order::random)
    std::sort(cards.begin(), cards.end(), [&](const auto& a, const auto& b) {
      const auto key = [&](CardId card) { return mix(options.seed ^ mix(static_cast<std::uint64_t>(card.value))); };
      return std::pair(key(a.card), a.card) < std::pair(key(b.card), b.card);
    });
}

std::vector<QueuedCard> due_cards(Store& store, const StudyOptions& options, const Today& today, CardSieve& sieve) {
  std::vector<QueuedCard> cards;
  // Only the order of the index lets the query stop early.
  const bool stop_early = options.limit && options.order == StudyOptions::Order::due;
  Statement& due = store.sql(
      "SELECT id FROM card WHERE due BETWEEN 0 AND ?1 AND id NOT IN (SELECT card FROM buried WHERE day = ?1)"
      " ORDER BY due, id");
  due.bind(1, day_number(today.day));
  while (due.step()) {
    const CardId card{due.number(0)};
    if (!sieve.open() && !sieve.passes(card)) continue;
    cards.push_back({card, QueuedCard::Kind::due});
    if (stop_early && static_cast<int>(cards.size()) >= *options.limit) break;
  }
  due.reset();
  order_due(cards, options);
  return cards;
}

std::vector<QueuedCard> drill_cards(Store& store, const Today& today, CardSieve& sieve) {
  std::vector<QueuedCard> cards;
  Statement& drill = store.sql(
      "SELECT id FROM card WHERE drill = ?1 AND drill > 0 AND due IS NOT NULL"
      " AND id NOT IN (SELECT card FROM buried WHERE day = ?1) ORDER BY id");
  drill.bind(1, day_number(today.day));
  while (drill.step()) {
    const CardId card{drill.number(0)};
    if (sieve.open() || sieve.passes(card)) cards.push_back({card, QueuedCard::Kind::drill});
  }
  return cards;
}

// New cards count against the limit when drawn: those that another terminal holds are counted, not shown.
std::vector<QueuedCard> new_cards(Store& store, const Today& today, CardSieve& sieve, Leases& leases, int room) {
  std::vector<QueuedCard> cards;
  Statement& fresh = store.sql(
      "SELECT id FROM card WHERE due >= 1000000 AND id NOT IN (SELECT card FROM buried WHERE day = ?1) ORDER BY due, id");
  fresh.bind(1, day_number(today.day));
  while (room > 0 && fresh.step()) {
    const CardId card{fresh.number(0)};
    const bool held = leases.held_elsewhere(card);
    if (held) --room;
    else if (sieve.open() || sieve.passes(card)) {
      cards.push_back({card, QueuedCard::Kind::fresh});
      --room;
    }
  }
  fresh.reset();
  return cards;
}

}  // namespace

std::vector<QueuedCard> new_cards_up_to(Store& store, const StudyOptions& options, const Today& today, Leases& leases, int room) {
  CardSieve sieve(store, options.filter, today);
  return new_cards(store, today, sieve, leases, room);
}

int new_limit_of(Store& store, Day day) {
  // The newest live setting for that day; there are few, and they are indexed as rare entries.
  int limit = default_new_limit;
  Statement& find = store.sql(
      "SELECT id, num FROM change INDEXED BY change_rare WHERE what = 71 AND what >= 64 AND part = ? ORDER BY hlc");
  find.bind(1, day_number(day));
  while (find.step())
    if (is_live(store, EntryId{find.number(0)})) limit = static_cast<int>(find.number(1));
  return limit;
}

int new_cards_begun(Store& store, Day day) {
  Statement& find = store.sql("SELECT ifnull(sum(n), 0) FROM tally WHERE day = ? AND band = 0");
  find.bind(1, day_number(day)).step();
  const int begun = static_cast<int>(find.number(0));
  find.reset();
  return begun;
}

int new_cards_left(Store& store, const Today& today) {
  return std::max(0, new_limit_of(store, today.day) - new_cards_begun(store, today.day));
}

std::vector<QueuedCard> todays_queue(Store& store, const StudyOptions& options, const Today& today, Leases& leases) {
  CardSieve sieve(store, options.filter, today);
  std::vector<QueuedCard> queue = due_cards(store, options, today, sieve);
  int room = new_cards_left(store, today);
  if (options.limit) room = std::min(room, std::max(0, *options.limit - static_cast<int>(queue.size())));
  for (const QueuedCard& card : new_cards(store, today, sieve, leases, room)) queue.push_back(card);
  for (const QueuedCard& card : drill_cards(store, today, sieve)) queue.push_back(card);
  if (options.limit && static_cast<int>(queue.size()) > *options.limit)
    queue.resize(static_cast<std::size_t>(*options.limit));
  return queue;
}

}  // namespace ebb
