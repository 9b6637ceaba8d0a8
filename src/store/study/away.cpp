// Days away: entries of the log, folded when asked for. There are few.
#include <algorithm>

#include "ebb/store/catchup.hpp"
#include "store/fold/fold.hpp"
#include "store/study/moving.hpp"

namespace ebb {
namespace {

using std::chrono::days;

// `off` cuts what is under way, and drops what has not begun.
void cut_from(std::vector<AwayDays>& away, Day day) {
  std::erase_if(away, [day](const AwayDays& one) { return one.from >= day; });
  for (AwayDays& one : away) one.until = std::min(one.until, day - days{1});
}

std::vector<AwayDays> merged(std::vector<AwayDays> away) {
  std::sort(away.begin(), away.end(), [](const AwayDays& a, const AwayDays& b) { return a.from < b.from; });
  std::vector<AwayDays> out;
  for (const AwayDays& one : away) {
    if (!out.empty() && one.from <= out.back().until + days{1}) out.back().until = std::max(out.back().until, one.until);
    else out.push_back(one);
  }
  return out;
}

}  // namespace

std::vector<AwayDays> away_days(Collection& collection) {
  Store& store = collection.store();
  std::vector<AwayDays> away;
  Statement& find = store.sql(
      "SELECT change.id, num, part FROM change INDEXED BY change_rare JOIN device ON device.dev = change.id >> 40"
      " WHERE what = 74 AND what >= 64 ORDER BY hlc, device.id, change.id");
  while (find.step()) {
    if (!is_live(store, EntryId{find.number(0)})) continue;
    const Day from = day_from_number(static_cast<int>(find.number(1)));
    if (find.number(2) == 0) cut_from(away, from);
    else away.push_back({from, day_from_number(static_cast<int>(find.number(2)))});
  }
  return merged(std::move(away));
}

void go_away(Collection& collection, const Today& today, const AwayDays& away, const SpreadPlan& plan) {
  Batch batch(collection.store(), today);
  batch.append({What::away, 0, day_number(away.until), day_number(away.from), {}, {}, {}, {}});
  move_cards(batch, plan.moves);
  batch.commit();
}

bool come_back_now(Collection& collection, const Today& today) {
  const auto away = away_days(collection);
  if (away.empty() || away.back().until < today.day) return false;
  Batch batch(collection.store(), today);
  batch.append({What::away, 0, 0, day_number(today.day), {}, {}, {}, {}});
  batch.commit();
  return true;
}

}  // namespace ebb
