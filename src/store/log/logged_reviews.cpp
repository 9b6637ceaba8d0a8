// Reading the answers of a card: device 0's by their chain, the others by their index.
#include "store/log/logged_reviews.hpp"

#include <algorithm>

#include "store/fold/fold.hpp"

namespace ebb {

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
  if (!row.null(11)) review.due = day_from_number(static_cast<int>(row.number(11)));
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

std::vector<LoggedReview> live_reviews(Store& store, CardId card) {
  std::vector<LoggedReview> reviews = logged_reviews(store, card);
  std::erase_if(reviews, [&](const LoggedReview& review) { return !is_live(store, review.id); });
  return reviews;
}

}  // namespace ebb
