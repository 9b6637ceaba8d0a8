// Leases: which cards are held by which running process. See docs/decisions/011-leases.md.
#pragma once
#include <string>

#include "ebb/core/ids.hpp"

namespace ebb {

// Locks on an empty file beside the database, one byte a card. The system frees them when the process ends, even by
// kill -9. Without a file (a read-only folder, `:memory:`) every card can be had: leases are a courtesy, never a guard.
class Leases {
 public:
  explicit Leases(const std::string& database_path);
  ~Leases();
  Leases(const Leases&) = delete;
  Leases& operator=(const Leases&) = delete;
  // Takes the card; false if another process holds it.
  bool take(CardId card);
  void give_back(CardId card);
  // Whether another process holds it.
  bool held_elsewhere(CardId card);

 private:
  int file_ = -1;
};

}  // namespace ebb
