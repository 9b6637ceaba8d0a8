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

// Log entries in the order of their numbers. Asked in that order it answers without searching.
class EntrySet {
 public:
  void add(std::int64_t entry) { entries_.push_back(entry); }  // larger than those before it
  bool has(std::int64_t entry) const;
  const std::vector<std::int64_t>& all() const { return entries_; }

 private:
  std::vector<std::int64_t> entries_;
  mutable std::size_t at_ = 0;  // where the last question ended
};

// What the index knows of words: which entries have them. The index is by entry, and a note has its texts from up to
// three; almost every note has them all from one.
class SearchHits {
 public:
  // Nothing if the index cannot help with the pattern (`*og`). Behind the log by much, it is caught up first if that can
  // be: on a connection of its own where this one only reads, and not at all where nobody may write.
  static std::optional<SearchHits> find(Store& store, const WordPattern& pattern, CardTest::Field field);

  enum class Answer { yes, no, look };
  // Of a note whose texts in force are these entries.
  Answer about(std::int64_t q, std::int64_t a, std::int64_t more) const;
  // Whether one of these entries has it: if not, the note does not.
  bool in_any(std::int64_t q, std::int64_t a, std::int64_t more) const;
  const std::vector<std::int64_t>& entries() const { return hits_.all(); }
  // Notes with texts that are not in the index yet, sorted.
  const std::vector<std::int64_t>& unseen() const { return unseen_; }

 private:
  bool seen(std::int64_t entry) const;
  EntrySet hits_;
  EntrySet own_;                               // whose cards have texts of their own
  std::vector<std::int64_t> unseen_;
  std::map<std::int64_t, std::int64_t> seen_;  // by device: the last entry that is in the index
  bool exact_ = false;                         // for entries without texts of their cards' own, the index is right
};

// The notes outside which none has all these words, sorted; nothing if they are more than `most`.
std::optional<std::vector<std::int64_t>> notes_with_all(Store& store, const std::vector<const SearchHits*>& words,
                                                        std::size_t most);

}  // namespace ebb
