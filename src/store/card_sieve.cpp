// Which cards a filter lets through: one walk over its tree for each card.
#include "store/card_sieve.hpp"

#include <algorithm>

#include "store/ready_test.hpp"

namespace ebb {

using Op = CardFilter::Op;

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
  Statement& find = store_.sql(CardFacts::one);
  if (!find.bind(1, card.value).step()) return false;
  facts_.read(find);
  find.reset();
  return passes_filter(filter_);
}

void CardSieve::for_each_row(const std::function<bool(CardFacts&, bool)>& visit) {
  Statement each(store_.db(), CardFacts::all);  // its own: `visit` may use the prepared ones
  while (each.step()) {
    facts_.read(each);
    if (!visit(facts_, passes_filter(filter_))) return;
  }
}

void CardSieve::for_each(const std::function<bool(CardId)>& visit) {
  for_each_row([&](const CardFacts& facts, bool passes) { return !passes || visit(facts.card()); });
}

}  // namespace ebb
