// Choosing what to cram.
#include "store/study/cram.hpp"

#include <algorithm>
#include <set>

#include "store/fold/fold.hpp"
#include "store/study/due_order.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

// Cards with a live failure within so many study days. The clock of writing only rises: the walk ends at the first
// answer that was written before.
std::set<CardId> failed_within(Store& store, const Today& today, int days) {
  std::set<CardId> failed;
  const auto begins = (today.ends - std::chrono::hours{24 * days + 2}).time_since_epoch().count() << 16;
  const int first = day_number(today.day) - days + 1;
  std::vector<std::int64_t> devices;
  Statement& all = store.sql("SELECT dev FROM device");
  while (all.step()) devices.push_back(all.number(0));
  for (const std::int64_t device : devices) {
    Statement newest(store.db(), "SELECT id, hlc, day, card, grade FROM review WHERE id > ? AND id < ? ORDER BY id DESC");
    newest.bind(1, device_base(device)).bind(2, device_base(device + 1));
    while (newest.step() && newest.number(1) >= begins)
      if (newest.number(2) >= first && ebb::failed(static_cast<Quality>(newest.number(4))) && is_live(store, EntryId{newest.number(0)}))
        failed.insert(CardId{newest.number(3)});
  }
  return failed;
}

std::vector<CardId> candidates(Store& store, const CramChoice& choice, const Today& today) {
  if (!choice.cards.empty()) return choice.cards;
  std::vector<CardId> cards;
  if (choice.failed_days) {
    const auto failed = failed_within(store, today, *choice.failed_days);
    cards.assign(failed.begin(), failed.end());
    return cards;
  }
  Statement& all = store.sql("SELECT id FROM card WHERE due IS NOT NULL ORDER BY id");
  while (all.step()) cards.push_back(CardId{all.number(0)});
  return cards;
}

int lapses_of(Store& store, CardId card) {
  const auto row = read_card(store, card);
  return row && row->live ? row->memory.lapses : 0;
}

}  // namespace

std::vector<QueuedCard> cram_queue(Store& store, const StudyOptions& options, const Today& today) {
  CardSieve sieve(store, options.filter, today);
  std::vector<QueuedCard> queue;
  std::vector<std::pair<int, QueuedCard>> hard;
  for (const CardId card : candidates(store, *options.cram, today)) {
    if (!sieve.passes(card)) continue;
    const QueuedCard queued{card, QueuedCard::Kind::due, {}};
    if (!options.cram->hard) queue.push_back(queued);
    else if (const int lapses = lapses_of(store, card); lapses > 0) hard.emplace_back(lapses, queued);
  }
  if (options.cram->hard) {
    std::stable_sort(hard.begin(), hard.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [lapses, card] : hard) queue.push_back(card);
  } else {
    StudyOptions ordered = options;
    if (ordered.order == StudyOptions::Order::automatic) ordered.order = StudyOptions::Order::recall;
    put_in_order(store, queue, ordered, today, false);
  }
  if (options.limit && queue.size() > static_cast<std::size_t>(*options.limit))
    queue.resize(static_cast<std::size_t>(*options.limit));
  return queue;
}

}  // namespace ebb
