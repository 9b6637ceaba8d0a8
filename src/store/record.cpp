// One answer: an entry, a row, a cell of the tally; one fdatasync, about five pages (counted in tests/store).
#include "store/record.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "store/fold.hpp"

namespace ebb {

Recorded record(Store& store, const Today& today, CardId card, Quality quality, Millis took, std::int64_t sitting) {
  Batch batch(store, today);
  std::optional<CardRow> row = read_card(store, card);
  if (!row) throw Error(Exit::store, "the card is no longer in the collection; nothing was saved");
  const Memory before = row->memory;
  Review review{card, today.now, today.offset_min, today.day, quality, std::clamp(took, Millis{0}, Millis{60000}),
                Intent::answer, sitting};
  const Day day = before.last ? std::max(*before.last, review.day) : review.day;
  const Band band = before.last ? band_of(static_cast<int>((day - *before.last).count())) : Band::first;
  const std::int64_t par = 0;  // SM-2; a deck's own parameters come with the second scheduler
  const EntryId entry = batch.append(review, par, row->head);
  row->memory = store.scheduler(par).answer(before, quality, review.day);
  row->par = par;
  if (entry.device() == 0) row->head = entry.value;
  write_card(store, card, *row);
  add_to_tally(store, review.day, band, quality, 1, review.took.count());
  batch.commit();
  return {entry, row->memory};
}

}  // namespace ebb
