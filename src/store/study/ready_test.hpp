// One test of a filter with what it needs of this collection: decks and tags by number, patterns compiled.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "ebb/store/card_filter.hpp"
#include "ebb/text/search.hpp"
#include "store/find/search_index.hpp"
#include "store/find/sieved_card.hpp"

namespace ebb {

class ReadyTest {
 public:
  // `test` must outlive it.
  ReadyTest(Store& store, const CardTest& test, const Today& today);
  bool passes(SievedCard& card) const;
  // The notes outside which no card passes, sorted, if an index knows them and they are not more than `most`.
  std::optional<std::vector<std::int64_t>> notes(std::size_t most) const;
  // What the search index knows of its words, if it is about words and the index can help.
  const SearchHits* hits() const { return hits_ ? &*hits_ : nullptr; }

 private:
  bool has_words(SievedCard& card) const;
  std::vector<std::int64_t> notes_with_id() const;
  std::vector<std::int64_t> notes_with_tag() const;
  std::optional<std::vector<std::int64_t>> notes_by_schedule(std::size_t most) const;
  bool fits_pattern(SievedCard& card) const;
  bool has_tag(SievedCard& card) const;
  bool has_id(SievedCard& card) const;
  bool in_state(SievedCard& card) const;
  bool in_numbers(SievedCard& card) const;
  bool in_days(SievedCard& card) const;
  bool is_rated(SievedCard& card) const;
  std::optional<double> number_of(SievedCard& card) const;
  std::optional<Day> day_of(SievedCard& card) const;

  Store& store_;
  const CardTest& test_;
  Today today_;
  int rollover_min_ = 0;
  std::set<std::int64_t> numbers_;  // of decks or tags
  std::optional<WordPattern> words_;
  std::optional<SearchHits> hits_;
  std::optional<Regex> pattern_;
};

}  // namespace ebb
