// The log and the cards as statistics read them: in one pass each, without texts.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ebb/core/tally.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// The live answers of the cards that match, in the order of the log. Their bands are those of the tally.
void for_each_counted_answer(Collection& collection, const CardFilter& filter, const Today& today,
                             const std::function<void(const CountedAnswer&)>& visit);

/// A live card without its text.
struct CountedCard {
  CardId card;
  DeckId deck;
  Memory memory;  ///< `due` is nothing while new, and for a suspended card the day that its interval comes to
  bool suspended = false;
};
/// The live cards that match, in the order they were added.
void for_each_counted_card(Collection& collection, const CardFilter& filter, const Today& today,
                           const std::function<void(const CountedCard&)>& visit);

/// The live decks and their names, by id.
struct NamedDeck {
  DeckId deck;
  std::string name;
};
std::vector<NamedDeck> decks_by_id(Collection& collection);

/// What is to be done today by tag: a card counts under each of its tags, one without any under `(no tag)`. Sorted by
/// name, those without a tag last; `deck` says nothing.
std::vector<DeckCounts> counts_by_tag(Collection& collection, const CardFilter& filter, const Today& today,
                                      const DayRules& rules);

/// Every note that there ever was, deleted ones too, and its deck.
void for_each_note(Collection& collection, const std::function<void(NoteId note, DeckId deck)>& visit);
/// How many cards are due on each day: seen, not suspended. In the order of the days.
void for_each_due_day(Collection& collection, const std::function<void(Day day, int cards)>& visit);

/// Every note that has a tag, tag by tag in the order of their names.
void for_each_tagged_note(Collection& collection, const std::function<void(const std::string& tag, NoteId note)>& visit);

}  // namespace ebb
