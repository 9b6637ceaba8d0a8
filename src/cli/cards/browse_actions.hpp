// What the table of cards can do, as functions over an open collection.
#pragma once
#include "cli/program/command.hpp"
#include "ebb/tui/browse_screen.hpp"

namespace ebb {

// `world` and `collection` must outlive the functions.
BrowseSource browse_source(const World& world, Collection& collection, const std::optional<std::string>& deck);

}  // namespace ebb
