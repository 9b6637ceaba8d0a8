// Single cards set aside, moved to another day, or made new again.
#include <algorithm>

#include "store/edit/edits.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"

namespace ebb {
namespace {

// The row of a card that can be changed: its note is there, and has it.
std::optional<CardRow> row_to_change(Store& store, CardId card) {
  Statement& find = store.sql("SELECT flags FROM note WHERE id = ?");
  const bool hidden = !find.bind(1, card.note().value).step() || (find.number(0) & note_hidden) != 0;
  find.reset();
  std::optional<CardRow> row = hidden ? std::nullopt : read_card(store, card);
  if (row && (row->flags & card_gone)) row.reset();
  return row;
}

std::int64_t buried_on(Store& store, CardId card) {
  Statement& find = store.sql("SELECT day FROM buried WHERE card = ?");
  const std::int64_t day = find.bind(1, card.value).step() ? find.number(0) : 0;
  find.reset();
  return day;
}

}  // namespace

void Edits::Inside::say_of_schedule(CardId card, const Change& change) {
  tally_card(store, card, -1);
  batch.append_to_note(card.note(), change);
  refold_card(store, card);
  tally_card(store, card, +1);
}

bool Edits::suspend(CardId card, bool on) {
  Inside& in = *inside_;
  const auto row = row_to_change(in.store, card);
  if (!row || ((row->flags & card_suspended) != 0) == on) return false;
  in.say(card.note(), {What::card_suspend, 0, card.ordinal(), on, {}, {}, {}, {}});
  return true;
}

bool Edits::bury(CardId card, bool on) {
  Inside& in = *inside_;
  const std::int64_t today = day_number(in.batch.today().day);
  if (!row_to_change(in.store, card) || (buried_on(in.store, card) == today) == on) return false;
  in.say(card.note(), {What::card_bury, 0, card.ordinal(), on ? today : 0, {}, {}, {}, {}});
  return true;
}

bool Edits::set_due(CardId card, Day due) {
  Inside& in = *inside_;
  if (!row_to_change(in.store, card)) return false;
  const Memory memory = fold_card(in.store, card).memory;
  if (!memory.due || !memory.last) return false;
  const Day day = std::max(due, *memory.last);
  if (day == *memory.due) return false;
  const std::string more = move_text(in.store, parameters_for(in.batch, card.note()));
  in.say_of_schedule(card, {What::card_due, 0, card.ordinal(), day_number(day), {}, {}, {}, more});
  return true;
}

bool Edits::reset(CardId card) {
  Inside& in = *inside_;
  const auto row = row_to_change(in.store, card);
  if (!row || row->memory.reviews == 0) return false;
  in.say_of_schedule(card, {What::card_reset, 0, card.ordinal(), {}, {}, {}, {}, {}});
  return true;
}

}  // namespace ebb
