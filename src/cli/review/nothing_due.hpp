// Why there is nothing to review. Three cases that must not be mixed up: no cards yet, nothing due, all done for today.
#pragma once
#include <optional>
#include <string>

#include "cli/program/command.hpp"

namespace ebb {

// What to tell somebody who has no cards.
inline constexpr const char* no_cards_yet = "No cards yet. Try: ebb init --demo, or ebb import FILE";

// `Next: 4 cards tomorrow at 04:00.`; empty when no card comes back.
std::string next_text(const World& world, const Counts& counts);
// The sentences for a collection in which the filter finds nothing to do.
std::string nothing_due(const World& world, Collection& collection, const CardFilter& filter, const Counts& counts);
// What to say of a filter that matches no card: which deck was meant, or that there is none of that name.
std::string no_match(const World& world, Collection& collection, const CardFilter& filter);
// Opens the collection; nothing, and `no_cards_yet` is the thing to say, when there is none and none was named by --db
// or EBB_DB. A named one that is not there is an error.
std::optional<Collection> open_if_any(const World& world, Purpose purpose);

}  // namespace ebb
