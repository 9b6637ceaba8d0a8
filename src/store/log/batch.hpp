// One command of the user in the log: one transaction, one undo.
#pragma once
#include <optional>
#include <string_view>

#include "ebb/core/review.hpp"
#include "store/file/store.hpp"
#include "store/log/kinds.hpp"

namespace ebb {

// What a change entry says, beside what the batch adds itself. Texts must live until `append` returns.
struct Change {
  What what = What::note_new;
  std::int64_t ent = 0;
  int part = 0;
  std::optional<std::int64_t> num;
  std::optional<Guid> guid;
  std::optional<std::string_view> q, a, more;
};

class Batch {
 public:
  // Takes the write lock; begins a new device first if this file turned out to be a copy.
  Batch(Store& store, const Today& today);
  // The command goes on: a batch that was committed is taken up where it ended, if nothing came after it.
  void go_on(EntryId first);

  // Appends an entry about a deck, the whole collection, or a new note.
  EntryId append(const Change& change) { return append(change, 0); }
  // Appends an entry about a note that exists, and links it to the note's earlier entries.
  EntryId append_to_note(NoteId note, Change change);
  // Appends an answer. `prev` is the card's newest entry of device 0.
  EntryId append(const Review& review, std::int64_t par, std::int64_t prev);

  // The id that the next entry gets.
  EntryId next() const { return EntryId{first_ + count_}; }
  EntryId first() const { return EntryId{origin_}; }
  std::int64_t size() const { return count_; }
  void commit();
  void rollback() noexcept { transaction_.rollback(); }
  Store& store() { return store_; }
  const Today& today() const { return today_; }
  std::int64_t device() const { return device_; }

 private:
  struct Stamp {
    std::int64_t id, hlc, lag;
  };
  Stamp stamp(Instant at);
  EntryId append(const Change& change, std::int64_t prev);

  Store& store_;
  Today today_;
  Transaction transaction_;
  std::int64_t device_ = 0;  // who writes: a new device is the store's only once it is on the disk
  std::int64_t first_ = 0, count_ = 0, hlc_ = 0;
  std::int64_t origin_ = 0;  // where the command began: `first_`, or before it
};

}  // namespace ebb
