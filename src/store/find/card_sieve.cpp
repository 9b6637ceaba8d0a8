// Which cards a filter lets through: one walk over its tree for each card.
#include "store/find/card_sieve.hpp"

#include <algorithm>
#include <iterator>

#include "store/study/ready_test.hpp"

namespace ebb {

using Op = CardFilter::Op;

namespace {

// Looking a note up costs about as much as reading this many in a pass over all.
constexpr std::size_t worth_a_pass = 8;
constexpr std::size_t few_enough = 500;  // notes: narrowing them further costs more than it saves

}  // namespace

CardSieve::CardSieve(Store& store, const CardFilter& filter, const Today& today)
    : store_(store), filter_(filter), today_(today), facts_(store) {
  make_ready(filter_);
}

CardSieve::~CardSieve() = default;

void CardSieve::make_ready(const CardFilter& filter) {
  if (filter.op() == Op::test) ready_[&filter] = std::make_unique<ReadyTest>(store_, filter.test(), today_);
  for (const CardFilter& part : filter.parts()) make_ready(part);
}

bool CardSieve::passes_filter(const CardFilter& filter) {
  const auto passes = [this](const CardFilter& part) { return passes_filter(part); };
  const auto& parts = filter.parts();
  switch (filter.op()) {
    case Op::everything: return true;
    case Op::test: return ready_.at(&filter)->passes(facts_);
    case Op::all_of: return std::all_of(parts.begin(), parts.end(), passes);
    case Op::any_of: return std::any_of(parts.begin(), parts.end(), passes);
    case Op::none_of: return std::none_of(parts.begin(), parts.end(), passes);
  }
  return false;
}

bool CardSieve::passes(CardId card) {
  if (open()) return true;
  Statement& find = store_.sql(SievedCard::one);
  if (!find.bind(1, card.value).step()) return false;
  facts_.read(find);
  const bool passes = passes_filter(filter_);
  find.reset();
  return passes;
}

std::optional<std::vector<std::int64_t>> CardSieve::notes_of_all(const std::vector<CardFilter>& parts, std::size_t most) {
  std::optional<std::vector<std::int64_t>> fewest;
  const auto consider = [&](std::optional<std::vector<std::int64_t>> notes) {
    if (notes && (!fewest || notes->size() < fewest->size())) fewest = std::move(notes);
  };
  std::vector<const SearchHits*> words;
  for (const CardFilter& part : parts)
    if (const SearchHits* hits = part.op() == Op::test ? ready_.at(&part)->hits() : nullptr) words.push_back(hits);
  if (!words.empty()) consider(notes_with_all(store_, words, most));
  for (const CardFilter& part : parts) {
    if (fewest && fewest->size() <= few_enough) break;
    const bool word = part.op() == Op::test && ready_.at(&part)->hits() != nullptr;
    if (!word) consider(notes(part, most));
  }
  return fewest;
}

std::optional<std::vector<std::int64_t>> CardSieve::notes(const CardFilter& filter, std::size_t most) {
  if (filter.op() == Op::test) return ready_.at(&filter)->notes(most);
  if (filter.op() == Op::all_of) return notes_of_all(filter.parts(), most);
  if (filter.op() != Op::any_of) return {};
  std::vector<std::int64_t> all;
  for (const CardFilter& part : filter.parts()) {
    const auto some = notes(part, most);
    if (!some || all.size() + some->size() > most) return {};
    std::vector<std::int64_t> both;
    std::set_union(all.begin(), all.end(), some->begin(), some->end(), std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

void CardSieve::for_each_row(const std::function<bool(SievedCard&, bool)>& visit) {
  const auto most = static_cast<std::size_t>(store_.db().number("SELECT max(id) FROM note")) / worth_a_pass;
  if (const auto few = notes(filter_, std::max(most, few_enough))) {
    Statement each(store_.db(), SievedCard::of_note);
    for (const std::int64_t note : *few) {
      each.reset();
      each.bind(1, note);
      while (each.step()) {
        facts_.read(each);
        if (!visit(facts_, passes_filter(filter_))) return;
      }
    }
    return;
  }
  Statement each(store_.db(), SievedCard::all);  // its own: `visit` may use the prepared ones
  while (each.step()) {
    facts_.read(each);
    if (!visit(facts_, passes_filter(filter_))) return;
  }
}

}  // namespace ebb
