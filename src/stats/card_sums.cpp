// Cards by state, and decks side by side.
#include "ebb/stats/card_tables.hpp"

namespace ebb {
namespace {

constexpr int mature_interval = 21;

void add_states(StatsTable& table) {
  table.column("cards", "cards").column("new", "new").column("learning", "learning").column("young", "young");
  table.column("mature", "mature").column("suspended", "suspended").column("due", "due");
}

void append(std::vector<StatsCell>& cells, const CardSums& sums) {
  cells.insert(cells.end(), {StatsCell{sums.cards}, StatsCell{sums.fresh}, StatsCell{sums.learning}, StatsCell{sums.young},
                             StatsCell{sums.mature}, StatsCell{sums.suspended}, StatsCell{sums.due}});
}

}  // namespace

CardState state_of(const CardFacts& card, Day today) {
  if (card.suspended) return CardState::suspended;
  if (card.memory.reviews == 0) return CardState::fresh;
  if (card.memory.repetitions == 0 || card.memory.step > 0 || drills_on(card.memory, today)) return CardState::learning;
  return card.memory.interval < mature_interval ? CardState::young : CardState::mature;
}

void CardSums::add(const CardFacts& card, Day today) {
  ++cards;
  switch (state_of(card, today)) {
    case CardState::fresh:
      ++fresh;
      break;
    case CardState::learning:
      ++learning;
      break;
    case CardState::young:
      ++young;
      break;
    case CardState::mature:
      ++mature;
      break;
    case CardState::suspended:
      ++suspended;
      break;
  }
  if (!card.suspended && card.memory.due && *card.memory.due <= today) ++due;
  known += card.recall.value_or(0);
}

StatsTable card_totals(const CardSums& sums) {
  StatsTable table{"totals", "Cards", "By state; known: the sum of the chances to remember the cards that were ever seen."};
  table.single = true;
  add_states(table);
  table.column("known", "known", StatsUnit::real);
  std::vector<StatsCell> cells;
  append(cells, sums);
  cells.emplace_back(sums.known);
  table.rows.push_back(std::move(cells));
  return table;
}

StatsTable deck_table(std::span<const DeckFacts> decks, const DayRange& range, By by) {
  StatsTable table{by == By::tag ? "tags" : "decks", by == By::tag ? "Tags" : "Decks",
              by == By::tag ? "A card counts under each of its tags." : "Each deck without those under it.",
              {}, {}, ChartKind::bars, 1};
  table.column(name_of(by), name_of(by), StatsUnit::text);
  add_states(table);
  table.column("known", "known", StatsUnit::real).column("reviews", "reviews").column("time_ms", "time", StatsUnit::ms);
  table.column("time_per_card_ms", "time a card", StatsUnit::ms).retention_columns("retention", "remembered");
  table.minor({"new", "learning", "suspended", "known", "time_ms", "time_per_card_ms", "young", "mature"});
  for (const DeckFacts& deck : decks) {
    const Period sums = period(deck.rows, range.from, range.until);
    std::vector<StatsCell> cells{deck.key};
    append(cells, deck.cards);
    cells.insert(cells.end(), {StatsCell{deck.cards.known}, StatsCell{sums.reviews}, StatsCell{sums.time_ms},
                               deck.answered == 0 ? StatsCell{} : StatsCell{sums.time_ms / deck.answered}});
    append(cells, retention(sums.young.right + sums.mature.right, sums.young.n + sums.mature.n));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace ebb
