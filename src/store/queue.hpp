// Today's queue: card ids only, so that a million cards cost what their due ones do.
#pragma once
#include <vector>

#include "ebb/core/session.hpp"
#include "ebb/store/study.hpp"
#include "store/card_sieve.hpp"
#include "store/leases.hpp"
#include "store/store.hpp"

namespace ebb {

// Cards due today, by due day and then by age; then today's new cards in file order; then drills left from earlier.
std::vector<QueuedCard> todays_queue(Store& store, const StudyOptions& options, const Today& today, Leases& leases);

// New cards that the filter lets through, at most `room`, whatever today's limit says; those held elsewhere count.
std::vector<QueuedCard> new_cards_up_to(Store& store, const StudyOptions& options, const Today& today, Leases& leases, int room);

// How many new cards today still allows, before leases.
int new_cards_left(Store& store, const Today& today);
int new_limit_of(Store& store, Day day);
int new_cards_begun(Store& store, Day day);

}  // namespace ebb
