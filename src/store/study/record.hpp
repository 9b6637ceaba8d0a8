// Saving one answer.
#pragma once
#include "store/log/batch.hpp"

namespace ebb {

struct Recorded {
  EntryId entry;
  Memory after;
};
// Saves an answer in one transaction: the log entry, the card's row, the tally. When it returns it is on the disk.
Recorded record(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting);
// Saves an answer of a cram: only the log entry. The card's memory and the tally stay as they are.
Recorded record_cram(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting);

}  // namespace ebb
