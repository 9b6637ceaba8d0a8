// Today's queue: card ids only, so that a million cards cost what their due ones do.
#pragma once
#include <vector>

#include "ebb/core/session.hpp"
#include "ebb/store/study.hpp"
#include "store/file/store.hpp"
#include "store/find/card_sieve.hpp"
#include "store/study/day_limits.hpp"
#include "store/study/leases.hpp"

namespace ebb {

// What there is to do today, in the order it is shown: due cards, then new ones, then drills left from earlier. Of each
// note at most one card, none where another was answered today, unless siblings are allowed.
struct TodaysQueue {
  std::vector<QueuedCard> cards;
  int deferred = 0;               // due cards beyond today's limit of reviews
  int overdue = 0;                // of all due cards, those whose day was before today
  bool limited = false;           // a limit of reviews is set: it has to be looked at again before each card
  int answered = 0;               // cards that pass and were answered today already
  std::vector<CardId> held_back;  // the deferred cards
};
TodaysQueue todays_queue(Store& store, const StudyOptions& options, const Today& today, Leases& leases);

// New cards that the filter lets through, at most `room`, whatever today's limits say.
std::vector<QueuedCard> new_cards_up_to(Store& store, const StudyOptions& options, const Today& today, Leases& leases, int room);

// Whether today's limits, with what other terminals hold, still let a due card be shown.
bool review_allowed(Store& store, const DayRules& rules, const Today& today, Leases& leases, CardId card);
// Whether another card of the note was answered today.
bool sibling_answered(Store& store, CardId card, Day day);

int new_cards_begun(Store& store, Day day);

}  // namespace ebb
