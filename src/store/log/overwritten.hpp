// Whether what a batch set is still in force: taking back what is not would change nothing.
#pragma once
#include "store/log/undo.hpp"

namespace ebb {

struct Overwritten {
  std::int64_t entries = 0;  // of the batch, that later ones took the place of
  std::int64_t looked_at = 0;
  EntryId by;                // one of those
  bool whole = true;         // every entry of the batch was looked at
  bool all() const { return whole && entries > 0 && entries == looked_at; }
};
// Looks at the live batch's entries, at most a thousand. One without a later entry of its kind in its place is in force.
Overwritten overwritten(Store& store, const BatchRange& batch);

}  // namespace ebb
