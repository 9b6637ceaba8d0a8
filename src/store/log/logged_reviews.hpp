// Answers as the log has them.
#pragma once
#include <vector>

#include "ebb/core/review.hpp"
#include "store/file/store.hpp"

namespace ebb {

struct LoggedReview {
  EntryId id;
  std::int64_t hlc = 0, par = 0;
  Review review;
};
// Reads a row of the columns id, hlc, lag, tz, day, card, grade, ms, kind, par, session, due.
LoggedReview read_review(const Statement& statement);
// All answers of a card, live and undone, in merge order.
std::vector<LoggedReview> logged_reviews(Store& store, CardId card);
// Those that are live.
std::vector<LoggedReview> live_reviews(Store& store, CardId card);

}  // namespace ebb
