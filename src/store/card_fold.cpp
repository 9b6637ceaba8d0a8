// From a card's answers to its row: the memory, and its share of the tally.
#include <algorithm>

#include "store/fold.hpp"

namespace ebb {
namespace {

std::optional<Day> day_or_none(std::int64_t number) {
  if (number == 0) return {};
  return day_from_number(static_cast<int>(number));
}

std::vector<LoggedReview> live_reviews(Store& store, CardId card) {
  std::vector<LoggedReview> reviews = logged_reviews(store, card);
  std::erase_if(reviews, [&](const LoggedReview& review) { return !is_live(store, review.id); });
  return reviews;
}

}  // namespace

bool is_live(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT batch, n FROM dead WHERE batch <= ? ORDER BY batch DESC LIMIT 1");
  const bool dead = find.bind(1, entry.value).step() && entry.value < find.number(0) + find.number(1);
  find.reset();
  return !dead;
}

std::optional<CardRow> read_card(Store& store, CardId card) {
  Statement& find = store.sql("SELECT due, last, ivl, n, ef, reps, lapses, drill, head, par, flags, s, d FROM card WHERE id = ?");
  if (!find.bind(1, card.value).step()) return {};
  CardRow row;
  Memory& memory = row.memory;
  row.live = !find.null(0);
  memory.last = day_or_none(find.number(1));
  memory.interval = static_cast<int>(find.number(2));
  memory.repetitions = static_cast<int>(find.number(3));
  memory.ease = static_cast<int>(find.number(4));
  memory.reviews = static_cast<int>(find.number(5));
  memory.lapses = static_cast<int>(find.number(6));
  memory.drill = day_or_none(find.number(7));
  memory.stability = find.real(11);
  memory.difficulty = find.real(12);
  if (memory.reviews > 0) {
    // A suspended card has no due value in the row: without a chosen day it is the last answer and the interval.
    const Day counted = *memory.last + std::chrono::days{memory.interval};
    memory.due = row.live ? day_from_number(static_cast<int>(find.number(0))) : counted;
  }
  row.head = find.number(8);
  row.par = find.number(9);
  row.flags = static_cast<int>(find.number(10));
  find.reset();
  return row;
}

void write_card(Store& store, CardId card, const CardRow& row) {
  const Memory& memory = row.memory;
  Statement& write = store.sql(
      "UPDATE card SET due = ?2, last = ?3, ivl = ?4, n = ?5, ef = ?6, reps = ?7, lapses = ?8, drill = ?9, head = ?10,"
      " par = ?11, flags = ?12, s = ?13, d = ?14 WHERE id = ?1");
  write.bind(1, card.value);
  if (!row.live) write.bind(2, nullptr);
  else if (!memory.due) write.bind(2, new_position + card.note().value);
  else write.bind(2, day_number(*memory.due));
  write.bind(3, memory.last ? day_number(*memory.last) : 0).bind(4, memory.interval).bind(5, memory.repetitions);
  write.bind(6, memory.ease).bind(7, memory.reviews).bind(8, memory.lapses);
  write.bind(9, memory.drill ? day_number(*memory.drill) : 0).bind(10, row.head).bind(11, row.par).bind(12, row.flags);
  memory.stability > 0 ? write.bind(13, memory.stability) : write.bind(13, nullptr);
  memory.difficulty > 0 ? write.bind(14, memory.difficulty) : write.bind(14, nullptr);
  write.run();
}

LoggedReview read_review(const Statement& row) {
  LoggedReview logged;
  logged.id = EntryId{row.number(0)};
  logged.hlc = row.number(1);
  Review& review = logged.review;
  review.at = Instant{Millis{(logged.hlc >> 16) - row.number(2)}};
  review.offset_min = static_cast<int>(row.number(3));
  review.day = day_from_number(static_cast<int>(row.number(4)));
  review.card = CardId{row.number(5)};
  review.quality = static_cast<Quality>(row.number(6));
  review.took = Millis{row.number(7)};
  review.intent = static_cast<Intent>(row.number(8));
  logged.par = row.number(9);
  review.session = row.number(10);
  if (!row.null(11)) logged.chosen_due = day_from_number(static_cast<int>(row.number(11)));
  return logged;
}

std::vector<LoggedReview> logged_reviews(Store& store, CardId card) {
  std::vector<LoggedReview> reviews;
  Statement& head = store.sql("SELECT head FROM card WHERE id = ?");
  std::int64_t id = head.bind(1, card.value).step() ? head.number(0) : 0;
  head.reset();
  while (id != 0) {
    Statement& find = store.sql(
        "SELECT id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due, prev FROM review WHERE id = ?");
    if (!find.bind(1, id).step()) break;
    reviews.push_back(read_review(find));
    const std::int64_t prev = find.number(12);
    find.reset();
    id = prev < id ? prev : 0;  // a damaged chain must not run in circles
  }
  Statement& far = store.sql(
      "SELECT id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due FROM review INDEXED BY review_far"
      " WHERE card = ? AND id >= 1099511627776");
  far.bind(1, card.value);
  while (far.step()) reviews.push_back(read_review(far));
  std::sort(reviews.begin(), reviews.end(), [&](const LoggedReview& a, const LoggedReview& b) {
    return before_in_merge_order(store, a.id, a.hlc, b.id, b.hlc);
  });
  return reviews;
}

Memory fold_step(const Store& store, const Memory& before, const LoggedReview& logged) {
  if (logged.review.intent == Intent::cram) return before;
  Memory after = store.scheduler(logged.par).answer(before, logged.review.quality, logged.review.day);
  if (logged.chosen_due) after.due = logged.chosen_due;
  return after;
}

void refold_card(Store& store, CardId card) {
  std::optional<CardRow> row = read_card(store, card);
  if (!row) return;
  row->memory = Memory{};
  row->par = 0;
  for (const LoggedReview& logged : live_reviews(store, card)) {
    row->memory = fold_step(store, row->memory, logged);
    row->par = logged.par;
  }
  write_card(store, card, *row);
}

void tally_card(Store& store, CardId card, int sign) {
  std::optional<Day> last;
  for (const LoggedReview& logged : live_reviews(store, card)) {
    const Review& review = logged.review;
    if (review.intent == Intent::cram) continue;
    const Day day = last ? std::max(*last, review.day) : review.day;
    const Band band = last ? band_of(static_cast<int>((day - *last).count())) : Band::first;
    add_to_tally(store, review.day, band, review.quality, sign, sign * review.took.count());
    last = day;
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
