// Cards for practice that changes no schedule.
#pragma once
#include <vector>

#include "ebb/store/study.hpp"
#include "store/file/store.hpp"

namespace ebb {

// The cards that the filter and the choice let through, suspended ones left out: the least likely to be remembered
// first, or as the order says. No limit counts, and siblings may meet.
std::vector<QueuedCard> cram_queue(Store& store, const StudyOptions& options, const Today& today);

}  // namespace ebb
