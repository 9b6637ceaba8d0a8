// What a filter means in this collection, made ready once: which cards pass.
#pragma once
#include <functional>
#include <memory>
#include <set>
#include <vector>

#include "ebb/store/card_filter.hpp"
#include "store/find/sieved_card.hpp"

namespace ebb {

// A test with what it needs looked up: decks and tags as numbers, patterns compiled.
class ReadyTest;

class CardSieve {
 public:
  // Keeps a copy of the filter.
  CardSieve(Store& store, const CardFilter& filter, const Today& today);
  ~CardSieve();
  // Whether everything passes: then no row but the index is read.
  bool open() const { return filter_.empty(); }
  bool passes(CardId card);
  // All live cards with whether they pass, in the order they were added, until `visit` returns false; cards that cannot
  // pass may be left out.
  void for_each_row(const std::function<bool(SievedCard&, bool)>& visit);

 private:
  bool passes_filter(const CardFilter& filter);
  // Few notes outside which nothing passes, sorted, if they are known and not more than `most`.
  std::optional<std::vector<std::int64_t>> notes(const CardFilter& filter, std::size_t most);
  std::optional<std::vector<std::int64_t>> notes_of_all(const std::vector<CardFilter>& parts, std::size_t most);
  void make_ready(const CardFilter& filter);
  Store& store_;
  CardFilter filter_;
  Today today_;
  SievedCard facts_;
  std::map<const CardFilter*, std::unique_ptr<ReadyTest>> ready_;
};

}  // namespace ebb
