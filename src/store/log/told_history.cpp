// A card's answers as another program may read them.
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

// What files said of the answers that they brought. A seed holds it for the newest ones before it, live or not.
std::map<EntryId, std::string> what_files_said(Store& store, CardId card) {
  std::map<EntryId, std::string> said;
  const std::vector<LoggedReview> reviews = logged_reviews(store, card);
  for (const NoteEntry& entry : note_entries(store, card.note(), own_head(store, card.note()))) {
    if (entry.part != card.ordinal() || entry.what != static_cast<int>(What::card_seed)) continue;
    std::vector<std::string> history = history_in(more_of(store, entry.id));
    for (auto review = reviews.rbegin(); review != reviews.rend() && !history.empty(); ++review) {
      if (review->id.device() != entry.id.device() || review->id > entry.id) continue;
      said[review->id] = std::move(history.back());
      history.pop_back();
    }
  }
  return said;
}

}  // namespace

std::vector<ImportedReview> told_history(Collection& collection, CardId card) {
  Store& store = collection.store();
  std::map<EntryId, std::string> said = what_files_said(store, card);
  std::vector<ImportedReview> history;
  for (const LoggedReview& logged : live_reviews(store, card)) {
    const Review& review = logged.review;
    history.push_back({review.at, review.offset_min, review.day, review.quality, review.took, review.intent, std::move(said[logged.id])});
  }
  return history;
}

}  // namespace ebb
