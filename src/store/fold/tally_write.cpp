// What answers count in the tally.
#include <algorithm>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"

namespace ebb {

Band band_after(const std::optional<Day>& last, Day day) {
  return last ? band_of(static_cast<int>((std::max(*last, day) - *last).count())) : Band::first;
}

void tally_card(Store& store, CardId card, int sign) {
  std::optional<Day> last;
  const std::vector<CardEvent> events = card_events(store, card);
  auto event = events.begin();
  for (const LoggedReview& logged : live_reviews(store, card)) {
    const Review& review = logged.review;
    for (; event != events.end() && before_in_merge_order(store, event->id, event->hlc, logged.id, logged.hlc); ++event)
      if (event->seed) last = event->seed->last;
    if (review.intent == Intent::cram) continue;
    add_to_tally(store, review.day, band_after(last, review.day), review.quality, sign, sign * review.took.count());
    last = last ? std::max(*last, review.day) : review.day;
  }
}

void add_to_tally(Store& store, Day day, Band band, Quality quality, int count, std::int64_t ms) {
  Statement& add = store.sql(
      "INSERT INTO tally(day, band, grade, n, ms) VALUES(?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT DO UPDATE SET n = n + excluded.n, ms = ms + excluded.ms");
  add.bind(1, day_number(day)).bind(2, static_cast<int>(band)).bind(3, static_cast<int>(quality));
  add.bind(4, count).bind(5, ms).run();
  if (count > 0) return;
  // An empty cell is no row: the tally after an undo equals the tally before.
  store.sql("DELETE FROM tally WHERE day = ?1 AND band = ?2 AND grade = ?3 AND n = 0")
      .bind(1, day_number(day)).bind(2, static_cast<int>(band)).bind(3, static_cast<int>(quality)).run();
}

}  // namespace ebb
