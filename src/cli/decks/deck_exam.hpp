// How ready a deck is for its exam, for `ebb deck show`.
#pragma once
#include <optional>
#include <string>

#include "ebb/simulate/readiness.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

// The readiness of a deck (empty: all decks) that has an exam and cards; nothing otherwise.
std::optional<Readiness> readiness_of(Collection& collection, const std::string& deck, const Today& today);
// A few lines: how far it is, what was seen, what will be remembered.
std::string exam_text(const Readiness& ready, Day today);
std::string exam_json(const Readiness& ready);

}  // namespace ebb
