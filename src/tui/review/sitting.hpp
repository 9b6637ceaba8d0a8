// What the review screen needs of a sitting. `review_loop.cpp` gives it a `Study`; tests give it cards on paper.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tui/review/review_state.hpp"

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
  /// Whether the card that was answered last was forgotten so often that it has to be talked about.
  virtual bool leech() const { return false; }
  /// The card that was answered last, as it is now; nothing if there is none.
  virtual std::optional<CardFace> last() { return {}; }
  /// Keeps that card away, for good or for two weeks.
  virtual void suspend_last() {}
  virtual void rest_last() {}
  /// Marks the card, and keeps the note with the mark.
  virtual void mark_with(const std::string& note) { static_cast<void>(note); }
  /// Opens the card, or the one answered last, in the user's editor; whether it was changed. The terminal is the shell's
  /// meanwhile.
  virtual bool edit(bool the_last) = 0;
  virtual std::optional<Step> undo() = 0;
  virtual std::optional<Step> redo() = 0;
  virtual Progress progress() = 0;
  virtual double seconds_per_answer() = 0;
  /// How many answers were given; asks no database.
  virtual int answers() const = 0;
  virtual SummaryFace summary() = 0;
  virtual int more_new(int count) = 0;
  /// Cards of the days to come; how many came.
  virtual int more_ahead(int days) { return days * 0; }
  /// Whether this is practice that changes no schedule.
  virtual bool practice() const { return false; }
  /// Due cards that today's limit keeps for another day.
  virtual int deferred() const { return 0; }
  /// What is to be said before the first card: how much of the day is done, what a budget came to.
  virtual std::string opening() const { return {}; }
  /// What the card's deck takes strictly in a typed answer.
  virtual TypedStrictly typed_strictly() const { return {}; }
  /// The lines of `ebb why` for the card.
  virtual std::vector<std::string> why() = 0;
};

}  // namespace ebb
