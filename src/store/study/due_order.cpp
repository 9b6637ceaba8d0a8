// Orders of due cards: as they fell due, by chance, by age, by how likely they are still remembered.
#include "store/study/due_order.hpp"

#include <algorithm>
#include <utility>

namespace ebb {
namespace {

// splitmix64: the same seed gives the same order on every machine, which std::shuffle does not promise.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

void shuffle(std::vector<QueuedCard>& cards, std::uint64_t seed) {
  const auto key = [seed](CardId card) { return mix(seed ^ mix(static_cast<std::uint64_t>(card.value))); };
  std::sort(cards.begin(), cards.end(), [&](const auto& a, const auto& b) {
    return std::pair(key(a.card), a.card) < std::pair(key(b.card), b.card);
  });
}

void least_likely_first(std::vector<QueuedCard>& cards, const std::vector<double>& recall) {
  std::vector<std::pair<double, std::size_t>> order;
  order.reserve(cards.size());
  for (const double chance : recall) order.emplace_back(chance, order.size());
  std::sort(order.begin(), order.end());
  std::vector<QueuedCard> sorted;
  sorted.reserve(cards.size());
  for (const auto& [chance, at] : order) sorted.push_back(cards[at]);
  cards = std::move(sorted);
}

// What a scheduler needs to tell the chance, from a row of last, ivl, reps, ef, s, d.
Memory memory_from(const Statement& row, int column) {
  Memory memory;
  memory.last = day_from_number(static_cast<int>(row.number(column)));
  memory.interval = static_cast<int>(row.number(column + 1));
  memory.reviews = static_cast<int>(row.number(column + 2));
  memory.ease = static_cast<int>(row.number(column + 3));
  memory.stability = row.real(column + 4);
  memory.difficulty = row.real(column + 5);
  return memory;
}

}  // namespace

bool is_backlog(std::size_t due, std::size_t overdue) {
  constexpr std::size_t least = 50;
  return due >= least && overdue * 2 > due;
}

void put_in_order(Store& store, std::vector<QueuedCard>& due, const StudyOptions& options, const Today& today,
                  bool backlog) {
  using Order = StudyOptions::Order;
  switch (options.order) {
    case Order::due:
      return;
    case Order::added:
      return std::sort(due.begin(), due.end(), [](const auto& a, const auto& b) { return a.card < b.card; });
    case Order::random:
      return shuffle(due, options.seed);
    case Order::automatic:
      if (!backlog) return;
      [[fallthrough]];
    case Order::recall:
      return least_likely_first(due, recall_of(store, due, today));
  }
}

std::vector<double> recall_of(Store& store, const std::vector<QueuedCard>& due, const Today& today) {
  // In the order of the table, so that each of its pages is read once and not for every card on it.
  std::vector<std::pair<std::int64_t, std::size_t>> by_id;
  by_id.reserve(due.size());
  for (const QueuedCard& card : due) by_id.emplace_back(card.card.value, by_id.size());
  std::sort(by_id.begin(), by_id.end());
  std::vector<double> recall(due.size(), 1.0);
  Statement& row = store.sql("SELECT last, ivl, reps, ef, s, d, par FROM card WHERE id = ?");
  const Scheduler* scheduler = nullptr;
  std::int64_t of = 0;
  for (const auto& [card, at] : by_id) {
    // A card that was never seen (in a cram) cannot be forgotten: it comes last.
    if (row.bind(1, card).step() && row.number(2) > 0) {
      if (scheduler == nullptr || row.number(6) != of) scheduler = &store.scheduler(of = row.number(6));
      recall[at] = scheduler->recall(memory_from(row, 0), today.day);
    }
    row.reset();
  }
  return recall;
}

}  // namespace ebb
