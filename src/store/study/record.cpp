// One answer: an entry, a row, a cell of the tally; about five pages (counted in tests/store).
#include "store/study/record.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/fold/standing.hpp"

namespace ebb {
namespace {

// Whether an entry of another device sorts after one written now: its clock was ahead.
bool later_entry_waits(Store& store, CardId card, Instant now) {
  Statement& find = store.sql(
      "SELECT 1 FROM review INDEXED BY review_far WHERE card = ? AND id >= 1099511627776 AND hlc > ? LIMIT 1");
  const bool found = find.bind(1, card.value).bind(2, now.time_since_epoch().count() << 16).step();
  find.reset();
  return found;
}

// What the answer leads to. A due day that is not the scheduler's own is logged with the answer.
Memory answered(const Standing& standing, Review& review) {
  const Outlook futures = chosen_outlook(*standing.scheduler, standing.memory, review.day, standing.choice);
  const Memory& chosen = futures[static_cast<std::size_t>(review.quality)];
  if (chosen.due != standing.scheduler->answer(standing.memory, review.quality, review.day).due) review.due = chosen.due;
  return chosen;
}

}  // namespace

Recorded record(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting) {
  Batch batch(store, today);
  std::optional<CardRow> row = read_card(store, card);
  if (!row) throw Error(Exit::store, "the card is no longer in the collection; nothing was saved");
  const std::int64_t par = parameters_for(batch, card.note());
  const Standing standing = standing_of(store, card, *row, par);
  Review review{card, today.now, today.offset_min, today.day, quality, std::clamp(took, Millis{0}, Millis{60000}),
                Intent::answer, sitting, {}};
  const Memory after = answered(standing, review);
  const bool newest = !later_entry_waits(store, card, today.now);
  if (!newest) tally_card(store, card, -1);
  const EntryId entry = batch.append(review, par, row->head);
  if (entry.device() == 0) row->head = entry.value;
  if (newest) {  // the plain case: the card moves one step on
    add_to_tally(store, review.day, band_after(row->memory.last, review.day), review.quality, 1, review.took.count());
    row->memory = after;
    row->par = par;
    write_card(store, card, *row);
  } else {
    write_card(store, card, *row);  // its head, from which the fold starts
    refold_card(store, card);
    tally_card(store, card, +1);
    row = read_card(store, card);
  }
  batch.commit();
  return {entry, row->memory};
}

Recorded record_cram(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting) {
  Batch batch(store, today);
  std::optional<CardRow> row = read_card(store, card);
  if (!row) throw Error(Exit::store, "the card is no longer in the collection; nothing was saved");
  const Review review{card, today.now, today.offset_min, today.day, quality, std::clamp(took, Millis{0}, Millis{60000}),
                      Intent::cram, sitting, {}};
  // It names the parameters that the card was folded with: a cram must not be what a new scheduler begins with.
  const EntryId entry = batch.append(review, row->par, row->head);
  if (entry.device() == 0) {
    row->head = entry.value;
    write_card(store, card, *row);
  }
  batch.commit();
  return {entry, row->memory};
}

}  // namespace ebb
