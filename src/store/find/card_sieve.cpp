// Which cards a filter lets through: one walk over its tree for each card.
#include "store/find/card_sieve.hpp"

#include <algorithm>

#include "store/study/ready_test.hpp"

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
  Statement& find = store_.sql(SievedCard::one);
  if (!find.bind(1, card.value).step()) return false;
  facts_.read(find);
  find.reset();
  return passes_filter(filter_);
}

std::optional<std::vector<std::int64_t>> CardSieve::notes() const {
  std::optional<std::vector<std::int64_t>> fewest;
  const auto consider = [&](const CardFilter& part) {
    auto notes = part.op() == Op::test ? ready_.at(&part)->notes() : std::nullopt;
    if (notes && (!fewest || notes->size() < fewest->size())) fewest = std::move(notes);
  };
  consider(filter_);
  if (filter_.op() == Op::all_of)
    for (const CardFilter& part : filter_.parts()) consider(part);
  return fewest;
}

void CardSieve::for_each_row(const std::function<bool(SievedCard&, bool)>& visit) {
  if (const auto few = notes()) {
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

void CardSieve::for_each(const std::function<bool(CardId)>& visit) {
  for_each_row([&](const SievedCard& facts, bool passes) { return !passes || visit(facts.card()); });
}

}  // namespace ebb
