// One pass over the rows: which cards match, and what each is sorted by.
#include "ebb/store/find.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "store/edit/decks.hpp"
#include "store/find/card_sieve.hpp"

namespace ebb {
namespace {

constexpr int rows_between_asking = 512;
constexpr double nothing = std::numeric_limits<double>::infinity();

// A card with what it is sorted by: a number, or a text for the few columns that are text.
struct Keyed {
  double number = 0;
  std::string text;
  CardId card;
};

class KeyMaker {
 public:
  KeyMaker(Store& store, SortBy by, Day today) : store_(store), by_(by), today_(today) {}

  Keyed key_of(SievedCard& facts) {
    Keyed key;
    key.card = facts.card();
    if (by_ == SortBy::deck) key.text = deck(facts.deck());
    else if (by_ == SortBy::question) key.text = facts.folded_question();
    else key.number = number_of(facts);
    if (by_ == SortBy::question && key.text.empty()) key.number = nothing;
    return key;
  }

 private:
  double number_of(SievedCard& facts) const {
    const Memory& memory = facts.memory();
    const bool learnt = memory.reviews > 0;
    switch (by_) {
      case SortBy::due: {
        const auto due = facts.due();
        return due ? day_number(*due) : nothing;
      }
      case SortBy::interval: return learnt ? memory.interval : nothing;
      case SortBy::ease: return learnt ? memory.ease : nothing;
      case SortBy::lapses: return memory.lapses;
      case SortBy::state: return state_name(memory, today_)[0];  // learning, new, review
      default: return static_cast<double>(facts.card().value);
    }
  }
  const std::string& deck(std::int64_t id) {
    const auto [found, first] = names_.try_emplace(id);
    if (first) found->second = deck_name(store_, DeckId{id});
    return found->second;
  }

  Store& store_;
  SortBy by_;
  Day today_;
  std::map<std::int64_t, std::string> names_;
};

bool before(const Keyed& a, const Keyed& b, bool descending) {
  if ((a.number == nothing) != (b.number == nothing)) return b.number == nothing;
  if (a.number != b.number) return descending ? a.number > b.number : a.number < b.number;
  return descending ? a.text > b.text : a.text < b.text;
}

}  // namespace

std::optional<std::vector<CardId>> find_cards(Collection& collection, const CardFilter& filter, const Today& today,
                                              SortBy by, bool descending, const std::function<bool()>& go_on) {
  Store& store = collection.store();
  CardSieve sieve(store, filter, today);  // before the reading: it may catch up the search index
  const Reading reading(store.db());
  KeyMaker keys(store, by, today.day);
  std::vector<CardId> cards;
  std::vector<Keyed> keyed;
  bool given_up = false;
  int rows = 0;
  sieve.for_each_row([&](SievedCard& facts, bool passes) {
    if (++rows % rows_between_asking == 0 && !go_on()) given_up = true;
    if (passes && by == SortBy::added) cards.push_back(facts.card());
    else if (passes) keyed.push_back(keys.key_of(facts));
    return !given_up;
  });
  if (given_up) return {};
  std::stable_sort(keyed.begin(), keyed.end(),
                   [&](const Keyed& a, const Keyed& b) { return before(a, b, descending); });
  for (const Keyed& key : keyed) cards.push_back(key.card);
  if (by == SortBy::added && descending) std::reverse(cards.begin(), cards.end());
  return cards;
}

}  // namespace ebb
