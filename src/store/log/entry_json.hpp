// Entries of the log in the words that leave the machine: no local number, guids and `DEVICE:SEQ` only.
#pragma once
#include <string>

#include "store/file/store.hpp"

namespace ebb {

// The entry as one line of JSON (docs/json.md, "entries"); empty if there is no such entry.
std::string entry_json(Store& store, EntryId entry);

// Takes entries from elsewhere into the log: a set union by `DEVICE:SEQ`. Needs an open transaction.
class Merger {
 public:
  Merger(Store& store, Instant now);
  // Returns whether the entry was new here. Throws Error(Exit::input) if it cannot be understood.
  bool take(const std::string& json);
  // After the last entry: raises the clock, blanks what was purged here or there, folds everything again.
  void finish();
  // Whether text that was here had to be blanked: then the file is to be scrubbed after the commit.
  bool blanked() const { return blanked_; }

 private:
  struct Parsed;
  void take_review(const Parsed& entry);
  void take_change(const Parsed& entry);
  std::int64_t note_number(const std::string& guid);
  std::int64_t deck_number(const std::string& guid);
  std::int64_t entry_number(const std::string& name);
  Store& store_;
  Instant now_;
  std::int64_t next_note_, next_deck_;
  std::int64_t highest_ = 0, taken_ = 0;
  bool blanked_ = false;
};

}  // namespace ebb
