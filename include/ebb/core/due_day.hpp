// Choosing a due day near the one that a scheduler gives: spread, balanced, easy days, before an exam. Pure: the choice
// is made when a card is answered, and the log keeps it.
#pragma once
#include <cstdint>
#include <functional>

#include "ebb/core/scheduler.hpp"

namespace ebb {

/// What a choice depends on beside the parameters.
struct DayChoice {
  std::uint64_t seed = 0;             ///< the card's own; mixed with its number of reviews
  std::function<int(Day)> due_on;     ///< how many cards are due on a day; null: nothing is balanced
};

/// The days from the answer between which an interval may be moved; both equal it below 2.5 days.
/// Source: the spread that py-fsrs and Anki share (docs/schedulers.md).
struct Spread {
  int low = 0, high = 0;
};
/// The spread of an interval of 1 and more days, no longer than `longest`.
Spread spread_of(int interval, int longest);

/// The six futures of a card on `day` with their due days chosen: what will be logged. Hard stays before Good, and Good
/// before Easy, where the parameters ask for it.
Outlook chosen_outlook(const Scheduler& scheduler, const Memory& memory, Day day, const DayChoice& choice);

/// A due day for a card that is moved without an answer (`--reschedule`): `interval` days after its last answer.
Day chosen_due(const Scheduler& scheduler, const Memory& memory, int interval, Day today, const DayChoice& choice);

}  // namespace ebb
