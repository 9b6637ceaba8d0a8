// What purges and merges share: blanking what must not be in the log any more.
#pragma once
#include "store/file/store.hpp"

namespace ebb {

// Whether the note's text was purged.
bool is_purged(Store& store, std::int64_t note);
// Blanks all text that the log still holds of purged notes, by the one path that its triggers allow. Needs an open
// transaction. Returns how many entries lost some.
std::int64_t blank_purged(Store& store);
// Writes the file anew and empties its journal; false if that has to wait.
bool scrub_file(Store& store);

}  // namespace ebb
