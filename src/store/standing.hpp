// Where a card stands with the scheduler of its deck: what an answer now is worked out from.
#pragma once
#include "ebb/core/due_day.hpp"
#include "store/store.hpp"

namespace ebb {

struct Standing {
  const Scheduler* scheduler = nullptr;
  Memory memory;         // under that scheduler
  std::int64_t par = 0;  // its parameters
  DayChoice choice;      // how due days are chosen for this card
};

// `par` is the entry of the deck's parameters.
Standing standing_of(Store& store, CardId card, std::int64_t par);
// The same while the deck's parameters are not logged yet: with a scheduler of its own.
DayChoice day_choice(Store& store, CardId card, const Parameters& parameters);

}  // namespace ebb
