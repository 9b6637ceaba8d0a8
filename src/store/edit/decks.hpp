// Decks inside the store: finding and making them.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "store/log/batch.hpp"

namespace ebb {

// The guid of a deck as a file names it: from its id if it has one, else from its name.
Guid deck_guid_for(std::string_view name, std::string_view file_id);
std::optional<DeckId> find_deck(Store& store, const Guid& guid);
std::optional<DeckId> find_deck_named(Store& store, std::string_view name);
std::string deck_name(Store& store, DeckId deck);
// The deck of that id or name; makes it when there is none. A deck with an id takes the name that the file gives it now.
DeckId deck_for_import(Batch& batch, std::string_view name, std::string_view file_id, bool& made);
// The live deck of that name as people type it; makes it when there is none.
DeckId deck_named(Batch& batch, std::string_view name);
// The decks that a filter's name means: the deck and those under it, names compared without case, `*`
// stands for anything; `/` also separates
// levels unless a deck has that literal name.
std::set<std::int64_t> decks_under(Store& store, std::string_view name);

}  // namespace ebb
