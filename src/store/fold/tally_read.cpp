// The tally, the forecast and the counts of states, for statistics.
#include <algorithm>

#include "store/fold/fold.hpp"

namespace ebb {

std::vector<TallyRow> tally(Collection& collection, Day from, Day until) {
  std::vector<TallyRow> rows;
  Statement& read = collection.store().sql("SELECT day, band, grade, n, ms FROM tally WHERE day BETWEEN ? AND ? ORDER BY day, band, grade");
  read.bind(1, day_number(from)).bind(2, day_number(until));
  while (read.step())
    rows.push_back({day_from_number(static_cast<int>(read.number(0))), static_cast<Band>(read.number(1)),
                    static_cast<Quality>(read.number(2)), read.number(3), read.number(4)});
  return rows;
}

std::vector<int> forecast(Collection& collection, Day today, int days) {
  std::vector<int> cards(static_cast<std::size_t>(days));
  Statement& read = collection.store().sql("SELECT max(due, ?1), count(*) FROM card WHERE due BETWEEN 0 AND ?2 GROUP BY 1");
  const int first = day_number(today);
  read.bind(1, first).bind(2, first + days - 1);
  while (read.step()) cards[static_cast<std::size_t>(read.number(0) - first)] += static_cast<int>(read.number(1));
  return cards;
}

int suspended_count(Collection& collection) {
  // They have no due value, and those stand first in its index.
  return static_cast<int>(collection.store().db().number("SELECT count(*) FROM card WHERE due IS NULL AND flags & 3 = 1"));
}

double mean_seconds(Collection& collection, Day today) {
  Statement& read = collection.store().sql("SELECT sum(n), sum(ms) FROM tally WHERE day BETWEEN ? AND ?");
  read.bind(1, day_number(today) - 29).bind(2, day_number(today)).step();
  const std::int64_t answers = read.number(0), took_ms = read.number(1);
  read.reset();
  // Without times (EBB_NOW stands still) there is nothing to learn from.
  if (answers == 0 || took_ms == 0) return 8;
  return std::clamp(static_cast<double>(took_ms) / 1000.0 / static_cast<double>(answers), 1.0, 60.0);
}

StateCounts state_counts(Collection& collection, const Today& today) {
  Store& store = collection.store();
  StateCounts counts;
  const Reading reading(store.db());
  // Both are answered from card_due alone; hidden and suspended cards have no due value.
  counts.fresh = static_cast<int>(store.db().number("SELECT count(*) FROM card WHERE due >= 1000000"));
  Statement& seen = store.sql(
      "SELECT ifnull(sum(n > 0 AND step = 0 AND ivl < 21), 0), ifnull(sum(n > 0 AND step = 0 AND ivl >= 21), 0), count(*)"
      " FROM card WHERE due BETWEEN 0 AND 999999");
  seen.step();
  counts.young = static_cast<int>(seen.number(0));
  counts.mature = static_cast<int>(seen.number(1));
  counts.learning = static_cast<int>(seen.number(2)) - counts.young - counts.mature;
  seen.reset();
  counts.suspended = suspended_count(collection);
  // Those of today's drill that were right once are few, and indexed.
  Statement& drilled = store.sql(
      "SELECT ivl >= 21 FROM card WHERE drill = ?1 AND drill > 0 AND n > 0 AND step = 0 AND due BETWEEN 0 AND 999999");
  drilled.bind(1, day_number(today.day));
  while (drilled.step()) {
    ++counts.learning;
    --(drilled.number(0) != 0 ? counts.mature : counts.young);
  }
  return counts;
}

}  // namespace ebb
