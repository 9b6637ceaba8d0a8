// Reading cards with their text: one, all that match, by id.
#include <algorithm>

#include "store/edit/decks.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_cards.hpp"
#include "store/fold/note_more.hpp"
#include "store/fold/note_names.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

bool is_buried(Store& store, CardId card, Day day) {
  Statement& find = store.sql("SELECT 1 FROM buried WHERE card = ? AND day = ?");
  const bool found = find.bind(1, card.value).bind(2, day_number(day)).step();
  find.reset();
  return found;
}

// What was noted with the mark that is in force.
std::string mark_note_of(Store& store, NoteId note) {
  EntryId mark;
  for (const NoteEntry& entry : note_entries(store, note, own_head(store, note)))
    if (entry.what == static_cast<int>(What::note_mark) && is_live(store, entry.id)) mark = entry.id;
  Statement& find = store.sql("SELECT q FROM change WHERE id = ?");
  std::string text = find.bind(1, mark.value).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return text;
}

}  // namespace

std::optional<CardView> find_card(Collection& collection, CardId card, const Today& today) {
  Store& store = collection.store();
  CardView view;
  Statement& find = store.sql(
      "SELECT note.deck, deck.name, note.flags, cq.q, ca.a, cm.more, cb.guid FROM note JOIN deck ON deck.id = note.deck"
      " JOIN change AS cq ON cq.id = note.q JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a)"
      " JOIN change AS cm ON cm.id = iif(note.more = 0, note.q, note.more)"
      " JOIN change AS cb ON cb.id = iif(note.born = 0, note.q, note.born) WHERE note.id = ?");
  if (!find.bind(1, card.note().value).step()) return {};
  const int flags = static_cast<int>(find.number(2));
  if (flags & note_hidden) {
    find.reset();
    return {};
  }
  view.card = card;
  view.deck_id = DeckId{find.number(0)};
  view.deck = find.text(1);
  view.marked = flags & note_marked;
  view.orphan = flags & note_is_orphan;
  view.question = find.text(3);
  view.answer = find.text(4);
  for (NoteCard& own : cards_in(find.text(5))) {
    if (own.ordinal != card.ordinal()) continue;
    if (!own.question.empty() || !own.answer.empty()) view.question = std::move(own.question), view.answer = std::move(own.answer);
    view.flag = own.flag;
    view.card_keys = std::move(own.more);
  }
  const NoteMore more = read_more(find.text(5));
  view.tags = more.tags;
  view.file_id = more.id;
  view.file_keys = more.file_keys;
  view.id = hex(guid_column(find, 6)) + "." + std::to_string(card.ordinal());
  find.reset();
  const std::optional<CardRow> row = read_card(store, card);
  if (!row || (row->flags & card_gone)) return {};
  // A suspended card's due day is not in its row.
  view.memory = row->live || !row->memory.due ? row->memory : fold_card(store, card).memory;
  view.suspended = row->flags & card_suspended;
  view.buried = is_buried(store, card, today.day);
  if (view.marked) view.mark_note = mark_note_of(store, card.note());
  return view;
}

void for_each_card(Collection& collection, const CardFilter& filter, const Today& today,
                   const std::function<bool(const CardView&)>& visit) {
  Store& store = collection.store();
  CardSieve sieve(store, filter, today);
  sieve.for_each([&](CardId card) {
    const auto view = find_card(collection, card, today);
    return !view || visit(*view);
  });
}

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
