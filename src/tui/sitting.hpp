// What the review screen needs of a sitting. `review_loop.cpp` gives it a `Study`; tests give it cards on paper.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tui/review_state.hpp"

namespace ebb {

/// A sitting: the card shown now, and what can be done to it. Whatever saves throws `Error` if it cannot, and has then
/// changed nothing.
class Sitting {
 public:
  virtual ~Sitting() = default;
  /// The card shown now; nothing when the sitting is over.
  virtual std::optional<CardFace> card() = 0;
  virtual bool revealed() = 0;
  virtual void reveal() = 0;
  virtual Outlook outlook() = 0;
  virtual Day day() = 0;
  virtual void grade(Quality quality, Millis took) = 0;
  virtual void set_aside(Step step) = 0;
  virtual std::optional<Step> undo() = 0;
  virtual std::optional<Step> redo() = 0;
  virtual Progress progress() = 0;
  virtual double seconds_per_answer() = 0;
  /// How many answers were given; asks no database.
  virtual int answers() const = 0;
  virtual SummaryFace summary() = 0;
  virtual int more_new(int count) = 0;
  /// Due cards that today's limit keeps for another day.
  virtual int deferred() const { return 0; }
  /// What is to be said before the first card: how much of the day is done, what a budget came to.
  virtual std::string opening() const { return {}; }
  /// The lines of `ebb why` for the card.
  virtual std::vector<std::string> why() = 0;
};

}  // namespace ebb
