// `ebb optimize` on the collection: where its answers come from, where its weights go, and when it is worth doing.
#pragma once
#include "cli/program/command.hpp"

namespace ebb {

// Trains on the live answers of the cards that match, and sets the weights for the deck of -d, or for all decks.
int optimize_collection(const World& world, const Arguments& arguments);

// How the log has grown since the weights were last set.
struct Growth {
  std::int64_t answers = 0;           // live, of the cards in question
  std::optional<std::int64_t> since;  // of all cards, after the weights were set; nothing if they never were
  int days = 0;                       // since then
};
// Whether it is worth optimising: never done and 400 answers there; or the answers doubled; or they grew by a fifth and
// a month has passed.
bool worth_optimizing(const Growth& growth);
// `ebb optimize --due`: 0 when it is worth it, 1 when not.
int optimize_due(const World& world, const Arguments& arguments);

}  // namespace ebb
