// Filling an empty collection: the same rows by a shorter way.
#pragma once
#include <string>

#include "store/file/store.hpp"

namespace ebb {

// While it lives, an empty collection is written with a rollback journal (a page is written once, not into the WAL and
// out of it again), without the due index and without the guard of the change table; both are made again by `finish`.
// Does nothing when the collection has notes, or another program has it open.
class BulkFill {
 public:
  explicit BulkFill(Store& store);
  // Back to the WAL, whatever became of the transaction.
  ~BulkFill();
  BulkFill(const BulkFill&) = delete;
  BulkFill& operator=(const BulkFill&) = delete;
  // Inside the transaction, first and last.
  void begin();
  void finish();

 private:
  Store& store_;
  bool empty_ = false, journal_ = false;
  std::string guard_;
};

}  // namespace ebb
