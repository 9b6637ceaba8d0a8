// The cards with the most lapses, with their texts.
#include "cli/stats/stats_leeches.hpp"

#include <algorithm>

namespace ebb {
namespace {

constexpr std::size_t most_listed = 50;

bool is_worse(const CountedCard& a, const CountedCard& b) {
  return a.memory.lapses != b.memory.lapses ? a.memory.lapses > b.memory.lapses : a.card < b.card;
}

}  // namespace

std::vector<StatsTable> leech_tables(StatsSource& source) {
  std::vector<CountedCard> failing = source.cards().failing;
  std::sort(failing.begin(), failing.end(), is_worse);
  StatsTable totals{"totals", "In all", "A leech has lapsed as often as its deck allows, 6 times if nothing was set, or more often."};
  totals.single = true;
  totals.column("leeches", "leeches").column("lapsed", "cards that ever lapsed");
  totals.rows.push_back({source.cards().leeches, static_cast<std::int64_t>(failing.size())});
  StatsTable table{"leeches", "Forgotten most often", "The cards with the most lapses, fifty at most."};
  table.column("card", "card", StatsUnit::id).column("deck", "deck", StatsUnit::text).column("lapses", "lapses");
  table.column("reviews", "reviews").column("interval_days", "interval").column("suspended", "suspended");
  table.column("question", "question", StatsUnit::text);
  table.minor({"card", "reviews", "interval_days", "suspended", "deck"});
  if (failing.size() > most_listed) failing.resize(most_listed);
  for (const CountedCard& card : failing) {
    const auto view = find_card(source.collection(), card.card, source.now());
    if (!view) continue;
    table.rows.push_back({view->id, view->deck, std::int64_t{card.memory.lapses}, std::int64_t{card.memory.reviews},
                          std::int64_t{card.memory.interval}, card.suspended, view->question});
  }
  return {table, totals};
}

}  // namespace ebb
