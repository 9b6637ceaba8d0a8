// Sums of the tally over a stretch of study days.
#include "ebb/stats/stats.hpp"

namespace ebb {
namespace {

struct Share {
  std::int64_t right = 0, n = 0;
  void add(const TallyRow& row) {
    n += row.answers;
    if (!failed(row.quality)) right += row.answers;
  }
};

}  // namespace

Period period(std::span<const TallyRow> rows, Day from, Day until) {
  Period sum{from, until, 0, 0, 0, {}, {}};
  Share young, mature;
  for (const TallyRow& row : rows) {
    if (row.day < from || row.day > until) continue;
    sum.reviews += row.answers;
    sum.time_ms += row.took_ms;
    if (row.band == Band::first) sum.new_cards += row.answers;
    if (row.band == Band::days || row.band == Band::weeks) young.add(row);
    if (row.band >= Band::months) mature.add(row);
  }
  sum.young = retention(young.right, young.n);
  sum.mature = retention(mature.right, mature.n);
  return sum;
}

std::vector<std::int64_t> reviews_by_day(std::span<const TallyRow> rows, Day from, Day until) {
  if (until < from) return {};
  std::vector<std::int64_t> counts(static_cast<std::size_t>((until - from).count()) + 1);
  for (const TallyRow& row : rows)
    if (row.day >= from && row.day <= until) counts[static_cast<std::size_t>((row.day - from).count())] += row.answers;
  return counts;
}

}  // namespace ebb
