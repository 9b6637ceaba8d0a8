// Which cards a filter lets through.
#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/unicode.hpp"
#include "store/decks.hpp"
#include "store/fold.hpp"
#include "store/note_cards.hpp"
#include "store/note_names.hpp"
#include "store/queue.hpp"

namespace ebb {
namespace {

std::set<std::int64_t> tags_under(Store& store, const std::string& name) {
  std::set<std::int64_t> found;
  const std::string wanted = fold_text(name);
  Statement& all = store.sql("SELECT id, name FROM tag");
  while (all.step()) {
    const std::string folded = fold_text(all.text(1));
    if (folded == wanted || folded.starts_with(wanted + "::")) found.insert(all.number(0));
  }
  return found;
}

bool has_tag(Store& store, NoteId note, const std::set<std::int64_t>& tags) {
  return std::any_of(tags.begin(), tags.end(), [&](std::int64_t tag) {
    Statement& find = store.sql("SELECT 1 FROM note_tag WHERE tag = ? AND note = ?");
    const bool found = find.bind(1, tag).bind(2, note.value).step();
    find.reset();
    return found;
  });
}

bool has_words(Store& store, CardId card, const std::vector<std::string>& words) {
  Statement& find = store.sql(
      "SELECT cq.q, ca.a, cm.more FROM note JOIN change AS cq ON cq.id = note.q"
      " JOIN change AS ca ON ca.id = iif(note.a = 0, note.q, note.a)"
      " JOIN change AS cm ON cm.id = iif(note.more = 0, note.q, note.more) WHERE note.id = ?");
  if (!find.bind(1, card.note().value).step()) return false;
  std::string text = std::string(find.text(0)) + "\n" + std::string(find.text(1));
  for (const NoteCard& own : cards_in(find.text(2)))
    if (own.ordinal == card.ordinal() && !(own.question.empty() && own.answer.empty())) text = own.question + "\n" + own.answer;
  find.reset();
  text = fold_text(text);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != text.npos; });
}

}  // namespace

CardSieve::CardSieve(Store& store, const CardFilter& filter, const Today& today)
    : store_(store), filter_(filter), today_(today), open_(filter.empty()) {
  if (!filter.deck.empty()) decks_ = decks_under(store, filter.deck);
  for (const std::string& tag : filter.tags) tags_.push_back(tags_under(store, tag));
  for (const std::string& word : filter.words) words_.push_back(fold_text(word));
}

bool CardSieve::passes(CardId card) {
  if (open_) return true;
  if (!filter_.deck.empty()) {
    Statement& find = store_.sql("SELECT deck FROM note WHERE id = ?");
    const bool in_deck = find.bind(1, card.note().value).step() && decks_.contains(find.number(0));
    find.reset();
    if (!in_deck) return false;
  }
  for (const auto& tags : tags_)
    if (!has_tag(store_, card.note(), tags)) return false;
  for (const std::string& state : filter_.is)
    if (!passes_is(card, state)) return false;
  if (!filter_.ids.empty()) {
    const auto guid = birth_guid(store_, card.note());
    const std::string id = guid ? hex(*guid) + "." + std::to_string(card.ordinal()) : std::string();
    const bool named = std::any_of(filter_.ids.begin(), filter_.ids.end(),
                                   [&](const std::string& prefix) { return id.starts_with(prefix); });
    if (!named) return false;
  }
  return words_.empty() || has_words(store_, card, words_);
}

bool CardSieve::passes_is(CardId card, const std::string& state) {
  const std::optional<CardRow> row = read_card(store_, card);
  if (!row) return false;
  const Memory& memory = row->memory;
  if (state == "suspended") return row->flags & card_suspended;
  if (state == "buried") {
    Statement& find = store_.sql("SELECT 1 FROM buried WHERE card = ? AND day = ?");
    const bool found = find.bind(1, card.value).bind(2, day_number(today_.day)).step();
    find.reset();
    return found;
  }
  if (state == "marked" || state == "orphan") {
    Statement& find = store_.sql("SELECT flags FROM note WHERE id = ?");
    const std::int64_t flags = find.bind(1, card.note().value).step() ? find.number(0) : 0;
    find.reset();
    return flags & (state == "marked" ? note_marked : note_is_orphan);
  }
  if (state == "due")
    return row->live && memory.due && (*memory.due <= today_.day || drills_on(memory, today_.day));
  return state_name(memory, today_.day) == state;
}

}  // namespace ebb
