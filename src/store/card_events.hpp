// What the log says of a card's schedule beside its answers: what it came with, and where it was moved.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/core/memory.hpp"
#include "store/store.hpp"

namespace ebb {

// A due day that was set without an answer.
struct CardMove {
  EntryId id;
  std::int64_t hlc = 0;
  Day due;
  std::optional<std::int64_t> par;  // the parameters that its memory is read under from then on; nothing: as before
};

struct CardEvents {
  std::optional<Memory> seed;  // the schedule that it was imported with
  std::vector<CardMove> moves;  // in merge order
};

// The live ones of a card.
CardEvents card_events(Store& store, CardId card);

// A schedule as the JSON of a `card.seed` entry, every digit of it, and back.
std::string seed_text(const Memory& memory);
Memory seed_from(std::string_view text);
// The JSON of a `card.due` entry.
std::string move_text(Store& store, std::int64_t par);

}  // namespace ebb
