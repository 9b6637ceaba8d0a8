// Reviews as the table that optimizers of FSRS read: card_id, review_time, review_rating, review_state,
// review_duration.
#include <fmt/format.h>

#include <ostream>

#include "formats/readers.hpp"

namespace ebb {
namespace {

// 0 new, 1 learning, 2 review, 3 relearning: what the card was when it was asked.
class States {
 public:
  int next(const ImportedReview& review) {
    const int state = !seen_ ? 0 : learnt_ ? (lapsed_ ? 3 : 2) : 1;
    seen_ = true;
    lapsed_ = learnt_ && failed(review.quality);
    learnt_ = learnt_ || !failed(review.quality);
    return state;
  }

 private:
  bool seen_ = false, learnt_ = false, lapsed_ = false;
};

}  // namespace

void write_revlog(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  out << "card_id,review_time,review_rating,review_state,review_duration\n";
  ExportedCard card;
  // Optimizers want numbers, so cards are counted; the order is that of the export.
  for (int number = 1; cards(card); ++number, card = {}) {
    States states;
    for (const ImportedReview& review : card.reviews) {
      if (review.intent == Intent::cram) continue;
      const int state = states.next(review);
      out << fmt::format("{},{},{},{},{}\n", number, review.at.time_since_epoch().count(),
                         static_cast<int>(grade_of(review.quality)), state, review.took.count());
    }
  }
}

int sniff_nothing(std::string_view, std::string_view) {
  return 0;
}

}  // namespace ebb
