// The steps of a sitting that are no answers, and taking steps back.
#include <algorithm>

#include "ebb/store/log.hpp"
#include "ebb/store/study.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/study/leases.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

What entry_of(Step step) {
  switch (step) {
    case Step::suspended: return What::card_suspend;
    case Step::buried: return What::card_bury;
    case Step::deleted: return What::note_delete;
    default: return What::note_mark;
  }
}

}  // namespace

void Study::set_aside(Step step, const std::string& note) {
  Store& store = collection_.store();
  const Today today = now_();
  const CardId card = card_->card;
  Change change;
  change.what = entry_of(step);
  if (step == Step::suspended || step == Step::buried) change.part = card.ordinal();
  change.num = step == Step::buried ? day_number(today.day) : step == Step::marked ? !card_->marked || !note.empty() : 1;
  if (!note.empty()) change.q = note;
  Batch batch(store, today);
  const EntryId entry = batch.append_to_note(card.note(), change);
  refold_note(store, card.note());
  batch.commit();
  session_.set_aside(step, entry);
  if (step != Step::marked) leases_->give_back(card);
}

void Study::suspend() {
  set_aside(Step::suspended);
  draw();
}

void Study::bury() {
  set_aside(Step::buried);
  draw();
}

void Study::remove() {
  set_aside(Step::deleted);
  draw();
}

void Study::skip() {
  session_.set_aside(Step::skipped, EntryId{});
  draw();
}

bool Study::mark(const std::string& note) {
  set_aside(Step::marked, note);
  card_->marked = !card_->marked || !note.empty();
  card_->mark_note = note;
  return card_->marked;
}

std::optional<CardView> Study::last_card() const {
  const auto last = session_.last_answered();
  return last ? find_card(collection_, *last, now_()) : std::nullopt;
}

void Study::set_last_aside(Step step, int days) {
  const auto last = session_.last_answered();
  if (!last) return;
  Store& store = collection_.store();
  const Today today = now_();
  Batch batch(store, today);
  EntryId entry;
  if (step == Step::suspended) {
    entry = batch.append_to_note(last->note(), {What::card_suspend, 0, last->ordinal(), 1, {}, {}, {}, {}});
    refold_note(store, last->note());
  } else {
    const std::string more = move_text(store, parameters_for(batch, last->note()));
    const int due = day_number(today.day) + days;
    entry = batch.append_to_note(last->note(), {What::card_due, 0, last->ordinal(), due, {}, {}, {}, more});
    // Buried too, or its drill of today would come back in the next sitting.
    batch.append_to_note(last->note(), {What::card_bury, 0, last->ordinal(), day_number(today.day), {}, {}, {}, {}});
    refold_note(store, last->note());
    refold_card(store, *last);
  }
  batch.commit();
  const bool current = card_ && card_->card == *last;
  session_.set_aside_other(*last, step, entry);
  if (current) draw();
  leases_->give_back(*last);
}

void Study::suspend_last() { set_last_aside(Step::suspended, 0); }

void Study::rest_last(int days) { set_last_aside(Step::rested, days); }

void Study::edited(const std::string& changed) {
  const auto entry = entry_from_name(collection_.store(), changed);
  const auto last = session_.last_answered();
  if (!entry || !(card_ || last)) return;
  session_.set_aside_other(card_ ? card_->card : *last, Step::edited, *entry);
  if (!card_) return;
  card_ = find_card(collection_, card_->card, now_());
  if (!card_) draw();
}

std::optional<Undone> Study::undo() {
  const auto entry = session_.undoable();
  if (!entry) return {};
  Undone undone;
  undone.step = session_.last_step();
  if (entry->value != 0) {
    undone.entry = entry_name(collection_.store(), *entry);
    if (!ebb::undo(collection_, now_(), undone.entry)) return {};
  }
  session_.undone();
  draw(false);
  if (card_) undone.card = card_->id;
  return undone;
}

std::optional<Undone> Study::redo() {
  const auto entry = session_.redoable();
  if (!entry) return {};
  Undone redone;
  redone.step = session_.last_undone();
  redone.card = card_ ? card_->id : std::string();
  if (entry->value != 0) {
    redone.entry = entry_name(collection_.store(), *entry);
    if (!ebb::redo(collection_, now_(), redone.entry)) return {};
  }
  session_.redone();
  draw(false);
  return redone;
}

}  // namespace ebb
