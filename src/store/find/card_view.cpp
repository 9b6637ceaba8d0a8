// Reading cards to be shown: one, and all that match.
#include <map>

#include "store/edit/decks.hpp"
#include "store/find/card_sieve.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/note_more.hpp"

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

class ViewMaker {
 public:
  ViewMaker(Store& store, const Today& today, const CardParts& parts) : store_(store), today_(today), parts_(parts) {}

  // Valid until the next one is asked for.
  const CardView& view_of(SievedCard& facts) {
    view_.card = facts.card();
    view_.suspended = facts.suspended();
    view_.marked = facts.note_flags() & note_marked;
    view_.orphan = facts.note_flags() & note_is_orphan;
    if (view_.deck_id.value != facts.deck() || view_.deck.empty()) view_.deck = deck_of(facts.deck());
    view_.deck_id = DeckId{facts.deck()};
    if (parts_.id) view_.id = facts.public_id();
    if (parts_.schedule) take_schedule(facts);
    if (parts_.text) take_text(facts);
    return view_;
  }

 private:
  const std::string& deck_of(std::int64_t id) {
    const auto [found, first] = decks_.try_emplace(id);
    if (first) found->second = deck_name(store_, DeckId{id});
    return found->second;
  }
  void take_schedule(SievedCard& facts) {
    view_.memory = facts.shown_memory();
    view_.buried = is_buried(store_, facts.card(), today_.day);
  }
  void take_text(SievedCard& facts) {
    view_.question = facts.question();
    view_.answer = facts.answer();
    view_.flag = facts.flag();
    view_.card_keys = facts.card_keys();
    NoteMore more = read_more(facts.more());
    view_.tags = std::move(more.tags);
    view_.file_id = std::move(more.id);
    view_.file_keys = std::move(more.file_keys);
    view_.mark_note = view_.marked ? mark_note_of(store_, facts.note()) : std::string();
  }

  Store& store_;
  const Today& today_;
  CardParts parts_;
  std::map<std::int64_t, std::string> decks_;
  CardView view_;
};

}  // namespace

std::optional<CardView> find_card(Collection& collection, CardId card, const Today& today) {
  Store& store = collection.store();
  Statement& find = store.sql(SievedCard::one);
  if (!find.bind(1, card.value).step()) return {};
  SievedCard facts(store);
  facts.read(find);
  std::optional<CardView> view;
  if ((facts.note_flags() & note_hidden) == 0 && !facts.gone()) view = ViewMaker(store, today, {}).view_of(facts);
  find.reset();
  return view;
}

void for_each_card(Collection& collection, const CardFilter& filter, const Today& today,
                   const std::function<bool(const CardView&)>& visit, const CardParts& parts) {
  Store& store = collection.store();
  CardSieve sieve(store, filter, today);  // before the reading: it may catch up the search index
  const Reading reading(store.db());
  ViewMaker maker(store, today, parts);
  sieve.for_each_row([&](SievedCard& facts, bool passes) { return !passes || visit(maker.view_of(facts)); });
}

}  // namespace ebb
