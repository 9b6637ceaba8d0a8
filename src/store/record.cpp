// One answer: an entry, a row, a cell of the tally; about five pages (counted in tests/store).
#include "store/record.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "store/fold.hpp"

namespace ebb {
namespace {

// SM-2; a deck's own parameters come with the second scheduler.
constexpr std::int64_t default_parameters = 0;

// Whether an entry of another device sorts after one written now: its clock was ahead.
bool later_entry_waits(Store& store, CardId card, Instant now) {
  Statement& find = store.sql(
      "SELECT 1 FROM review INDEXED BY review_far WHERE card = ? AND id >= 1099511627776 AND hlc > ? LIMIT 1");
  const bool found = find.bind(1, card.value).bind(2, now.time_since_epoch().count() << 16).step();
  find.reset();
  return found;
}

// The plain case: the answer is the newest, so the card moves one step on.
void step_on(Store& store, const Review& review, CardRow& row) {
  const Memory before = row.memory;
  const Day day = before.last ? std::max(*before.last, review.day) : review.day;
  const Band band = before.last ? band_of(static_cast<int>((day - *before.last).count())) : Band::first;
  row.memory = store.scheduler(default_parameters).answer(before, review.quality, review.day);
  row.par = default_parameters;
  write_card(store, review.card, row);
  add_to_tally(store, review.day, band, review.quality, 1, review.took.count());
}

}  // namespace

Recorded record(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting) {
  Batch batch(store, today);
  std::optional<CardRow> row = read_card(store, card);
  if (!row) throw Error(Exit::store, "the card is no longer in the collection; nothing was saved");
  const Review review{card, today.now, today.offset_min, today.day, quality, std::clamp(took, Millis{0}, Millis{60000}),
                      Intent::answer, sitting};
  const bool newest = !later_entry_waits(store, card, today.now);
  if (!newest) tally_card(store, card, -1);
  const EntryId entry = batch.append(review, default_parameters, row->head);
  if (entry.device() == 0) row->head = entry.value;
  if (newest) {
    step_on(store, review, *row);
  } else {
    write_card(store, card, *row);  // its head, from which the fold starts
    refold_card(store, card);
    tally_card(store, card, +1);
    row = read_card(store, card);
  }
  batch.commit();
  return {entry, row->memory};
}

}  // namespace ebb
