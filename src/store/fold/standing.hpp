// Where a card stands with the scheduler of its deck: what an answer now is worked out from.
#pragma once
#include "ebb/core/due_day.hpp"
#include "store/fold/card_row.hpp"

namespace ebb {

struct Standing {
  const Scheduler* scheduler = nullptr;
  Memory memory;         // under that scheduler
  std::int64_t par = 0;  // its parameters
  DayChoice choice;      // how due days are chosen for this card
};

// `par` is the entry of the deck's parameters, `row` the card's.
Standing standing_of(Store& store, CardId card, const CardRow& row, std::int64_t par);
// How due days are chosen for the card under these parameters.
DayChoice day_choice(Store& store, CardId card, const Parameters& parameters);

}  // namespace ebb
