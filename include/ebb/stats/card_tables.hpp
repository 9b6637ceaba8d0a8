// The statistics of the cards as they stand: states, histograms, what falls due. Definitions in docs/statistics.md.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ebb/core/memory.hpp"
#include "ebb/stats/tables.hpp"

namespace ebb {

/// A card as statistics see it.
struct CardFacts {
  Memory memory;
  bool suspended = false;
  std::optional<double> recall;  ///< the chance to remember it now, 0..1; nothing while new
};

/// What a card counts as: a suspended one as nothing else.
enum class CardState { fresh, learning, young, mature, suspended };
CardState state_of(const CardFacts& card, Day today);

/// How many cards there are of each state, and what is known of them.
struct CardSums {
  std::int64_t cards = 0, fresh = 0, learning = 0, young = 0, mature = 0, suspended = 0, due = 0;
  double known = 0;  ///< the sum of the chances to remember the seen ones, suspended ones too
  void add(const CardFacts& card, Day today);
};
/// The sums as one row: states, seen cards, how many of them are known.
StatsTable card_totals(const CardSums& sums);

/// A deck or a tag with its cards and its answers.
struct DeckFacts {
  std::string key;
  CardSums cards;
  std::vector<TallyRow> rows;
  std::int64_t answered = 0;  ///< different cards answered in the range
};
/// A row a deck or tag.
StatsTable deck_table(std::span<const DeckFacts> decks, const DayRange& range, By by);

/// The histograms of cards, filled card by card.
class CardHistograms {
 public:
  void add(const CardFacts& card, Day today);
  /// Intervals, ease, stability, difficulty, chance to remember.
  std::vector<StatsTable> tables() const;

 private:
  std::map<int, std::int64_t> intervals_, ease_, stability_, difficulty_, recall_;  // by bin
};

/// Cards by due day: seen, not suspended.
using DueDays = std::map<Day, std::int64_t>;
/// Cards that fall due from `range.from` (today: what is overdue too) on.
StatsTable forecast_table(const DueDays& due, const DayRange& range, By by);
/// The same by deck or tag: today, within 7 days, within 30 days.
struct DueGroup {
  std::string key;
  DueDays due;
};
StatsTable forecast_by_group(std::span<const DueGroup> groups, Day today, By by);
/// What is due now, soon, and what waits to be seen.
StatsTable forecast_totals(const DueDays& due, std::int64_t fresh, Day today);
/// What is overdue, by how long.
StatsTable backlog_table(const DueDays& due, Day today);

}  // namespace ebb
