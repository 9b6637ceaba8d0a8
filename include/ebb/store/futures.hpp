// What each grade would do to a card now, by the scheduler of its deck.
#pragma once
#include <memory>

#include "ebb/core/scheduler.hpp"
#include "ebb/store/collection.hpp"

namespace ebb {

/// A card as the scheduler of its deck sees it today.
struct Futures {
  std::shared_ptr<const Scheduler> scheduler;
  Memory now;       ///< its memory under that scheduler
  Outlook outlook;  ///< exactly what each quality would log
};
/// The futures of a card.
Futures futures_of(Collection& collection, CardId card, Day day);

/// The life of a card under the scheduler that set its due day: what it began with and its live answers, oldest first.
struct Life {
  std::shared_ptr<const Scheduler> scheduler;
  Memory seed;                  ///< the schedule it was imported with; a new memory without one
  std::vector<Review> reviews;  ///< cram included
};
/// The life of a card.
Life life_of(Collection& collection, CardId card);

}  // namespace ebb
