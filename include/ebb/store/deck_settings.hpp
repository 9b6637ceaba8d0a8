// The settings of decks: set, inherited from the deck above, and the parameters they come to.
#pragma once
#include <string>
#include <vector>

#include "ebb/core/parameters.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// A deck by its number; `DeckId{}` stands for all decks.
struct DeckName {
  DeckId deck;
  std::string name;
};
/// The live decks by name.
std::vector<DeckName> decks(Collection& collection);

/// One setting in force for a deck, as `ebb deck show` prints it.
struct DeckSetting {
  std::string key, value;
  std::string origin;  ///< the name of the deck that sets it, `all decks`, or `built in`
};
/// Every setting in force for a deck.
std::vector<DeckSetting> deck_settings(Collection& collection, DeckId deck);
/// The same as one value.
Parameters parameters_of(Collection& collection, DeckId deck);

/// A key and its value as typed; an empty value takes the setting away again.
struct SettingChange {
  std::string key, value;
};
/// Sets them for a deck and those under it, as one command and one undo. No due day moves. Throws `Error(Exit::usage)`
/// for an unknown key (with the nearest) or a value that does not fit.
void change_settings(Collection& collection, const Today& today, DeckId deck, const std::vector<SettingChange>& changes);

/// One live answer, cram left out.
struct LoggedAnswer {
  CardId card;
  Day day;
  Quality quality = Quality::good;
  Millis took{0};
};
/// The live answers of the cards that match, in the order of the log.
void for_each_answer(Collection& collection, const CardFilter& filter, const Today& today,
                     const std::function<void(const LoggedAnswer&)>& visit);

/// A card that is to come back on another day.
struct Move {
  CardId card;
  Day due;
};
/// Moves due days, as one command and one undo; the memory is then the one under the deck's parameters of now.
void reschedule(Collection& collection, const Today& today, const std::vector<Move>& moves);

}  // namespace ebb
