// In which order due cards are shown.
#pragma once
#include <vector>

#include "ebb/store/study.hpp"
#include "store/file/store.hpp"

namespace ebb {

// Whether so many of the due cards should have been answered before today that the order matters.
bool is_backlog(std::size_t due, std::size_t overdue);
// Puts due cards, which come by due day and age, into the order that is asked for; `backlog` decides `automatic`.
void put_in_order(Store& store, std::vector<QueuedCard>& due, const StudyOptions& options, const Today& today, bool backlog);
// The chance to remember each of these cards today; they stand by due day and age.
std::vector<double> recall_of(Store& store, const std::vector<QueuedCard>& due, const Today& today);

}  // namespace ebb
