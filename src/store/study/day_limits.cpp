// Limits as the log, the rules and the decks set them, less what today has begun.
#include "store/study/day_limits.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

std::int64_t deck_number(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT deck FROM note WHERE id = ?");
  const std::int64_t deck = find.bind(1, note.value).step() ? find.number(0) : 0;
  find.reset();
  return deck;
}

// A limit among a deck's own settings; nothing if it has none, or one that this program cannot read.
std::optional<DayShare> own_share(const std::map<std::string, std::string>& own, const std::string& key) {
  const auto found = own.find(key);
  if (found == own.end()) return {};
  Parameters parameters;
  try {
    set_parameter(parameters, key, found->second);
  } catch (const Error&) {
    return {};
  }
  return parameters.day;
}

std::optional<int> own_fresh(const std::map<std::string, std::string>& own) {
  const auto share = own_share(own, "new");
  return share ? std::optional<int>{share->fresh} : std::nullopt;
}

std::optional<int> own_reviews(const std::map<std::string, std::string>& own) {
  const auto share = own_share(own, "reviews");
  return share ? share->reviews : std::nullopt;
}

std::map<std::string, std::string> of_all_decks(Store& store) {
  const SettingsLog settings(store);
  const auto found = settings.own().find(0);
  return found == settings.own().end() ? std::map<std::string, std::string>{} : found->second;
}

// What was set for the day itself; the newest live setting. There are few, and they are indexed as rare entries.
std::optional<int> logged_new_limit(Store& store, Day day) {
  std::optional<int> limit;
  Statement& find = store.sql(
      "SELECT id, num FROM change INDEXED BY change_rare WHERE what = 71 AND what >= 64 AND part = ? ORDER BY hlc");
  find.bind(1, day_number(day));
  while (find.step())
    if (is_live(store, EntryId{find.number(0)})) limit = static_cast<int>(find.number(1));
  return limit;
}

void take_place(std::optional<int>& left) {
  if (left) --*left;
}

}  // namespace

int new_limit_of(Store& store, Day day, const DayRules& rules) {
  if (const auto logged = logged_new_limit(store, day)) return *logged;
  if (rules.fresh) return *rules.fresh;
  return own_fresh(of_all_decks(store)).value_or(DayShare{}.fresh);
}

DayLimits::DayLimits(Store& store, const Today& today, const DayRules& rules, const DaySoFar& so_far) : store_(store) {
  new_limit_ = new_left_ = new_limit_of(store, today.day, rules);
  reviews_left_ = rules.reviews ? rules.reviews : own_reviews(of_all_decks(store));
  open_books();
  for (const DaySoFar::Card& card : so_far.cards()) begun(card.card, card.fresh);
}

void DayLimits::open_books() {
  const SettingsLog settings(store_);
  std::map<std::string, Book*> named;
  for (const auto& [deck, own] : settings.own()) {
    const Book book{own_fresh(own), own_reviews(own)};
    if (deck == 0 || (!book.fresh && !book.reviews)) continue;
    named[deck_name(store_, DeckId{deck})] = &(books_[deck] = book);
  }
  if (books_.empty()) return;
  Statement& decks = store_.sql("SELECT id, name FROM deck");
  while (decks.step())
    for (const auto& [name, book] : named) {
      const std::string deck(decks.text(1));
      if (deck == name || deck.starts_with(name + "::")) under_[decks.number(0)].push_back(book);
    }
}

std::vector<DayLimits::Book*> DayLimits::books_of(CardId card) {
  if (books_.empty()) return {};
  const auto found = under_.find(deck_number(store_, card.note()));
  return found == under_.end() ? std::vector<Book*>{} : found->second;
}

void DayLimits::begun(CardId card, bool fresh) {
  if (fresh) --new_left_;
  else take_place(reviews_left_);
  for (Book* book : books_of(card)) take_place(fresh ? book->fresh : book->reviews);
}

bool DayLimits::admit(CardId card, bool fresh) {
  if (fresh ? new_left_ <= 0 : reviews_left_ && *reviews_left_ <= 0) return false;
  const auto books = books_of(card);
  const bool full = std::any_of(books.begin(), books.end(), [fresh](const Book* book) {
    const std::optional<int>& left = fresh ? book->fresh : book->reviews;
    return left && *left <= 0;
  });
  if (full) return false;
  begun(card, fresh);
  return true;
}

}  // namespace ebb
