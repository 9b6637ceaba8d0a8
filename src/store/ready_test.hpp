// One test of a filter with what it needs of this collection: decks and tags by number, patterns compiled.
#pragma once
#include <optional>
#include <set>

#include "ebb/store/card_filter.hpp"
#include "ebb/text/search.hpp"
#include "store/card_facts.hpp"

namespace ebb {

class ReadyTest {
 public:
  // `test` must outlive it.
  ReadyTest(Store& store, const CardTest& test, const Today& today);
  bool passes(CardFacts& card) const;

 private:
  bool has_words(CardFacts& card) const;
  bool fits_pattern(CardFacts& card) const;
  bool has_tag(CardFacts& card) const;
  bool has_id(CardFacts& card) const;
  bool in_state(CardFacts& card) const;
  bool in_numbers(CardFacts& card) const;
  bool in_days(CardFacts& card) const;
  bool is_rated(CardFacts& card) const;
  std::optional<double> number_of(CardFacts& card) const;
  std::optional<Day> day_of(CardFacts& card) const;

  Store& store_;
  const CardTest& test_;
  Today today_;
  int rollover_min_ = 0;
  std::set<std::int64_t> numbers_;  // of decks or tags
  std::optional<WordPattern> words_;
  std::optional<Regex> pattern_;
};

}  // namespace ebb
