// What each grade would do to a card now, by the scheduler of its deck.
#pragma once
#include <memory>
#include <vector>

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

/// The life of a card under the scheduler that set its due day. Live answers, oldest first, cram included.
struct Life {
  std::shared_ptr<const Scheduler> scheduler;
  std::vector<Review> earlier;  ///< given elsewhere, before the card was imported with a schedule
  Memory seed;                  ///< that schedule; a new memory without one
  std::vector<Review> reviews;  ///< the answers since
};
/// The life of a card.
Life life_of(Collection& collection, CardId card);

}  // namespace ebb
