// Purge: the one thing that cannot be undone. The text of a note is taken out of the log for good.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// What a purge did, or would do.
struct Purged {
  std::int64_t texts = 0;    ///< entries whose text was blanked
  std::int64_t answers = 0;  ///< answers that stay, for the statistics
  bool clean = false;        ///< the file was written anew, and no page of it, or of its journal, holds the text
  std::string entry;         ///< the batch
};
/// What it would do; changes nothing.
Purged plan_purge(Collection& collection, const std::vector<NoteId>& notes);
/// Blanks every text that was ever logged of the notes, deletes them, and scrubs the file. A later merge with a
/// collection that has the text does not bring it back. What is left: ids, tags of the kinds of entries, answers.
Purged purge(Collection& collection, const Today& today, const std::vector<NoteId>& notes);
/// Writes the file anew without what was blanked or deleted, and empties its journal. False if another program is in
/// the way: then it can be called again.
bool scrub(Collection& collection);
/// Whether a copy of a collection holds text of one of the notes, which are named by their ids of 32 digits. False for a
/// file that is no collection, or cannot be read.
bool copy_holds_text(const std::string& path, const std::vector<std::string>& ids);

}  // namespace ebb
