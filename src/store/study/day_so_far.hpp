// What was answered today: which notes are done with for the day, and how far each deck is under its limits.
#pragma once
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ebb/core/time.hpp"
#include "store/file/store.hpp"

namespace ebb {

// Live answers of the study day, cram left out. Costs what was answered today, whatever the size of the log.
class DaySoFar {
 public:
  DaySoFar(Store& store, const Today& today);
  // Whether a card of the note was answered today.
  bool seen(NoteId note) const { return !notes_.empty() && notes_.contains(note.value); }
  // Whether another card of its note was: then this one waits till tomorrow.
  bool sibling_seen(CardId card) const {
    if (notes_.empty()) return false;
    const auto found = notes_.find(card.note().value);
    return found != notes_.end() && found->second != card.value;
  }
  bool answered(CardId card) const { return seen(card.note()) && answered_.contains(card.value); }
  // The cards answered today; `fresh`: for the first time ever.
  struct Card {
    CardId card;
    bool fresh = false;
  };
  const std::vector<Card>& cards() const { return cards_; }
  // Cards that were due and were answered today.
  int reviews() const { return reviews_; }

 private:
  std::vector<Card> cards_;
  std::unordered_map<std::int64_t, std::int64_t> notes_;  // the card of it that was answered; 0: several
  std::unordered_set<std::int64_t> answered_;
  int reviews_ = 0;
};

}  // namespace ebb
