// Leases: which cards are held by which running process. See docs/decisions/011-leases.md.
#pragma once
#include <fcntl.h>

#include <string>
#include <vector>

#include "ebb/core/ids.hpp"

namespace ebb {

// Locks on an empty file beside the database, a byte a card. The system frees them when the process ends, even by
// kill -9. Without a file (a read-only folder, `:memory:`) every card can be had: leases are a courtesy, never a guard.
class Leases {
 public:
  // `whole_notes`: a lease is for all cards of the note, so that no other terminal shows a sibling.
  explicit Leases(const std::string& database_path, bool whole_notes = true);
  ~Leases();
  Leases(const Leases&) = delete;
  Leases& operator=(const Leases&) = delete;
  // Takes the card; false if another process holds it.
  bool take(CardId card);
  void give_back(CardId card);
  // Whether another process holds it.
  bool held_elsewhere(CardId card);
  // The notes of which other processes hold a card.
  std::vector<NoteId> held();

  // While it lives no other process is between looking at a limit and taking its cards.
  class Turn {
   public:
    explicit Turn(Leases& leases);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    int file_;
  };

 private:
  struct flock span_of(CardId card, short type) const;
  int file_ = -1;
  bool whole_notes_ = true;
};

}  // namespace ebb
