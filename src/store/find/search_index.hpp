// The search index: a full-text index over every text that the log ever held, by its entry. The log only grows, so the
// index only grows with it; which text is in force is the notes' rows' business.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "ebb/store/card_filter.hpp"
#include "ebb/text/search.hpp"
#include "store/file/store.hpp"

namespace ebb {

// Indexes what the log holds since the last time. Opens its own transaction if none is open.
void catch_up_search(Database& db);
// Empties the index: after a purge. The next search that needs it fills it.
void forget_search(Database& db);
// Makes it anew: when it is not to be trusted. The same about transactions.
void rebuild_search(Store& store);

// What the index knows of words: which notes may have them.
class SearchHits {
 public:
  // Nothing if the index cannot help with the pattern (`*og`). Behind the log by much, it is caught up first if that can
  // be: on a connection of its own where this one only reads, and not at all where nobody may write.
  static std::optional<SearchHits> find(Store& store, const WordPattern& pattern, CardTest::Field field);

  enum class Answer { yes, no, look };
  // Of a note whose texts in force are these entries.
  Answer about(NoteId note, std::int64_t q, std::int64_t a, std::int64_t more) const;
  // All notes but these do not have it; sorted.
  std::vector<std::int64_t> notes() const;

 private:
  bool seen(std::int64_t entry) const;
  std::vector<std::int64_t> notes_;       // that may have it, sorted
  std::vector<std::int64_t> own_;         // whose cards have texts of their own, sorted
  std::vector<std::int64_t> unseen_;      // with texts that are not in the index yet, sorted
  std::map<std::int64_t, std::int64_t> seen_;  // by device: the last entry that is in the index
  bool exact_ = false;                    // for notes without texts of their cards' own, the index is right
};

}  // namespace ebb
