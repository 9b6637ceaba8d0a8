// Orders of due cards: as they fell due, by chance, by age, by how likely they are still remembered.
#include "store/due_order.hpp"

#include <algorithm>
#include <numeric>

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
  std::vector<std::size_t> order(cards.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return recall[a] < recall[b]; });
  std::vector<QueuedCard> sorted;
  sorted.reserve(cards.size());
  for (const std::size_t at : order) sorted.push_back(cards[at]);
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
  std::vector<double> recall;
  recall.reserve(due.size());
  Statement& row = store.sql("SELECT last, ivl, reps, ef, s, d, par FROM card WHERE id = ?");
  for (const QueuedCard& card : due) {
    const bool found = row.bind(1, card.card.value).step();
    // A card that was never seen (in a cram) cannot be forgotten: it comes last.
    recall.push_back(found && row.number(2) > 0 ? store.scheduler(row.number(6)).recall(memory_from(row, 0), today.day) : 1);
    row.reset();
  }
  return recall;
}

}  // namespace ebb
