// The settings of decks: set, inherited from the deck above, and the parameters they come to.
#pragma once
#include <string>
#include <vector>

#include "ebb/core/parameters.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// The names of the live decks, sorted.
std::vector<std::string> deck_names(Collection& collection);
/// The name as it is written, for a deck, or a level above decks, that is meant by `name` (case folded; `/` for `::`
/// where no deck is called so). Throws `Error(Exit::no)` if there is none.
std::string deck_called(Collection& collection, const std::string& name);

/// One setting in force for a deck, as `ebb deck show` prints it.
struct DeckSetting {
  std::string key, value;
  std::string origin;  ///< the name of the deck that sets it, `all decks`, or `built in`
};
/// Every setting in force for a deck, in the order of `setting_keys()`; `deck` empty: for all decks.
std::vector<DeckSetting> deck_settings(Collection& collection, const std::string& deck);
/// The same as one value.
Parameters parameters_of(Collection& collection, const std::string& deck);
/// The parameters in force for a card.
Parameters parameters_of(Collection& collection, CardId card);

/// A key and its value as typed; an empty value takes the setting away again.
struct SettingChange {
  std::string key, value;
};
/// Sets them for a deck and those under it (`deck` empty: for all decks), as one command and one undo. No due day moves.
/// Returns how many of them changed something. Throws `Error(Exit::usage)` for an unknown key or scheduler, or a value
/// that does not fit; `Error(Exit::no)` if there is no such deck.
int change_settings(Collection& collection, const Today& today, const std::string& deck,
                    const std::vector<SettingChange>& changes);

}  // namespace ebb
