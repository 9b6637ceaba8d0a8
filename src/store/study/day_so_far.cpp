// Walks back over the newest answers of each device, as many as the tally has of today.
#include "store/study/day_so_far.hpp"

#include "store/fold/fold.hpp"

namespace ebb {
namespace {

std::int64_t answers_on(Store& store, Day day) {
  Statement& find = store.sql("SELECT ifnull(sum(n), 0) FROM tally WHERE day = ?");
  find.bind(1, day_number(day)).step();
  const std::int64_t answers = find.number(0);
  find.reset();
  return answers;
}

// How many live answers of the day each card has. An answer that an import brought stands where it was written: the
// walk goes by the clock of writing, which only rises, and ends once all are found.
std::unordered_map<std::int64_t, int> answers_by_card(Store& store, const Today& today) {
  std::unordered_map<std::int64_t, int> found;
  std::int64_t left = answers_on(store, today.day);
  if (left == 0) return found;
  const bool any_dead = store.db().number("SELECT EXISTS(SELECT 1 FROM dead)") != 0;
  const std::int64_t begins = (today.ends - std::chrono::hours{26}).time_since_epoch().count() << 16;
  std::vector<std::int64_t> devices;
  Statement& all = store.sql("SELECT dev FROM device");
  while (all.step()) devices.push_back(all.number(0));
  for (const std::int64_t device : devices) {
    Statement newest(store.db(), "SELECT id, hlc, day, card, kind FROM review WHERE id > ? AND id < ? ORDER BY id DESC");
    newest.bind(1, device_base(device)).bind(2, device_base(device + 1));
    while (left > 0 && newest.step() && newest.number(1) >= begins) {
      if (newest.number(2) != day_number(today.day) || newest.number(4) != 0) continue;
      if (any_dead && !is_live(store, EntryId{newest.number(0)})) continue;
      ++found[newest.number(3)];
      --left;
    }
  }
  return found;
}

}  // namespace

DaySoFar::DaySoFar(Store& store, const Today& today) {
  for (const auto& [card, answers] : answers_by_card(store, today)) {
    Statement& find = store.sql("SELECT reps FROM card WHERE id = ?");
    const bool fresh = find.bind(1, card).step() && find.number(0) <= answers;
    find.reset();
    cards_.push_back({CardId{card}, fresh});
    const auto [note, first] = notes_.try_emplace(CardId{card}.note().value, card);
    if (!first) note->second = 0;
    answered_.insert(card);
    reviews_ += !fresh;
  }
}

}  // namespace ebb
