// Finding cards by the ids that people type: any unique prefix of six or more digits, with or without the ordinal.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

// The card of that id, or all cards of the note it names. Throws Error: usage when it cannot be an id, `no` when no
// card has it or cards of more than one note do (they are listed).
std::vector<CardView> cards_named(Collection& collection, const std::string& id, const Today& today);
// The same for each word; a usage error when there is none. `verb` is for the message.
std::vector<CardView> cards_named(Collection& collection, const std::vector<std::string>& ids, const Today& today,
                                  const std::string& verb);
// Eight digits of an id and its ordinal, for tables: `7f3a91c0`, `7f3a91c0.1`.
std::string short_id(const std::string& id);

}  // namespace ebb
