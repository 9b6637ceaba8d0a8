// Finding cards by number alone: a million of them are eight megabytes, and only those on the screen are read.
#pragma once
#include <functional>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// What cards are sorted by. `added` is the order of a file.
enum class SortBy { added, due, interval, ease, lapses, state, deck, question };

/// The live cards that match, sorted; cards that have nothing to sort by come last either way. `go_on` is asked now and
/// then: when it says no, the search is given up and there is nothing.
std::optional<std::vector<CardId>> find_cards(Collection& collection, const CardFilter& filter, const Today& today,
                                              SortBy by, bool descending, const std::function<bool()>& go_on);

}  // namespace ebb
