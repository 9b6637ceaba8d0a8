// Reading cards by id, and the life of one.
#include <algorithm>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_names.hpp"
#include "store/study/queue.hpp"

namespace ebb {

std::vector<CardId> cards_by_id(Collection& collection, const std::string& prefix) {
  Store& store = collection.store();
  const std::size_t dot = prefix.find('.');
  std::string digits = prefix.substr(0, dot);
  std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) { return c >= 'A' && c <= 'F' ? char(c + 32) : c; });
  std::vector<CardId> cards;
  if (digits.size() < 6 || digits.size() > 32 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) return cards;
  const auto low = guid_from_hex(digits + std::string(32 - digits.size(), '0'));
  const auto high = guid_from_hex(digits + std::string(32 - digits.size(), 'f'));
  std::set<std::int64_t> notes;
  Statement& find = store.sql("SELECT note FROM note_guid WHERE guid BETWEEN ? AND ?");
  find.bind(1, bytes_of(*low)).bind(2, bytes_of(*high));
  while (find.step()) notes.insert(find.number(0));
  const std::string ordinal = dot == std::string::npos ? "" : prefix.substr(dot + 1);
  for (const std::int64_t note : notes) {
    Statement& each = store.sql(
        "SELECT card.id FROM card JOIN note ON note.id = card.id >> 10 WHERE card.id BETWEEN ?1 << 10 AND (?1 << 10) + 1023"
        " AND note.flags & 9 = 0 AND card.flags & 2 = 0");
    each.bind(1, note);
    while (each.step())
      if (const CardId card{each.number(0)}; ordinal.empty() || ordinal == std::to_string(card.ordinal())) cards.push_back(card);
  }
  return cards;
}

std::string public_id(Collection& collection, CardId card) {
  const auto guid = birth_guid(collection.store(), card.note());
  return guid ? hex(*guid) + "." + std::to_string(card.ordinal()) : std::string();
}

std::vector<Reviewed> history(Collection& collection, CardId card) {
  Store& store = collection.store();
  std::vector<Reviewed> lived;
  const Scheduler& scheduler = store.scheduler(fold_card(store, card).par);
  const std::vector<CardEvent> events = card_events(store, card);
  auto event = events.begin();
  Memory memory;
  for (const LoggedReview& logged : live_reviews(store, card)) {
    for (; event != events.end() && before_in_merge_order(store, event->id, event->hlc, logged.id, logged.hlc); ++event)
      memory = after_event(scheduler, memory, *event);
    memory = after_review(scheduler, memory, logged.review);
    lived.push_back({logged.id, logged.review, memory});
  }
  return lived;
}

}  // namespace ebb
