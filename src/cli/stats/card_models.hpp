// The memory model in force for each card, and what it foretells: FSRS with the weights of the card's deck, or SM-2.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "cli/stats/stats_ask.hpp"
#include "ebb/schedule/fsrs.hpp"
#include "ebb/stats/calibration.hpp"
#include "ebb/store/collection.hpp"
#include "ebb/train/evaluate.hpp"

namespace ebb {

// A model: `weights` only under FSRS.
struct CardModel {
  bool fsrs = false;
  FsrsWeights weights{};
  bool operator==(const CardModel&) const = default;
};

// The models of the decks of a collection.
class CardModels {
 public:
  explicit CardModels(Collection& collection);
  // Which model cards of a deck have.
  std::size_t index_of(DeckId deck) const;
  const std::vector<CardModel>& models() const { return models_; }
  // Whether a card of a deck that was forgotten so often is a leech there.
  bool is_leech(DeckId deck, int lapses) const;
  // The chance that a card is remembered on a day; nothing while it is new.
  std::optional<double> recall(DeckId deck, const Memory& memory, Day day) const;

 private:
  std::vector<CardModel> models_;
  std::map<DeckId, std::size_t> by_deck_;
  std::map<DeckId, int> leech_at_;
};

// Answers that were foretold, in the order of the log within a model.
struct ForetoldAnswers {
  std::vector<Foretold> answers;
  Metrics metrics;
};
// Those of the range: every answer on a later day than the card's last.
ForetoldAnswers foretell(Collection& collection, const StatsAsked& asked, const Today& today, const DayRange& range);

}  // namespace ebb
