// Today's limits of new cards and reviews: of the whole collection, and of decks that set their own.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "ebb/store/study.hpp"
#include "store/study/day_so_far.hpp"

namespace ebb {

// Counts what today's limits still let in. A deck's own limit holds for it and the decks under it, within the limit of
// all. What is held in other terminals counts as begun.
class DayLimits {
 public:
  DayLimits(Store& store, const Today& today, const DayRules& rules, const DaySoFar& so_far);
  // Takes a place under every limit that the card comes under; false, and nothing is taken, if one is full.
  bool admit(CardId card, bool fresh);
  // Takes the places of a card that was answered today, or is held in another terminal.
  void begun(CardId card, bool fresh);
  // Whether nothing but the limit of new cards is set: then no card's deck is looked up.
  bool only_new() const { return !reviews_left_ && books_.empty(); }
  int new_left() const { return new_left_; }
  int new_limit() const { return new_limit_; }
  std::optional<int> reviews_left() const { return reviews_left_; }

 private:
  // What one deck's own limits leave.
  struct Book {
    std::optional<int> fresh, reviews;
  };
  std::vector<Book*> books_of(CardId card);
  void open_books();
  Store& store_;
  int new_limit_ = 10, new_left_ = 0;
  std::optional<int> reviews_left_;
  std::map<std::int64_t, Book> books_;                    // by the deck that sets them
  std::map<std::int64_t, std::vector<Book*>> under_;      // for each deck, the books it comes under
};

// Today's limit of new cards: as it was set for the day, else by the rules, else by the setting of all decks.
int new_limit_of(Store& store, Day day, const DayRules& rules);

}  // namespace ebb
