// The one interface of the schedulers: memory before, an answer, memory after.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ebb/core/grade.hpp"
#include "ebb/core/memory.hpp"
#include "ebb/core/parameters.hpp"
#include "ebb/core/review.hpp"

namespace ebb {

/// A scheduler is a pure function of its parameters, a card's memory, an answer and a study day. No clock, no
/// randomness, no other card: what spreads or balances due days is chosen outside (core/due_day.hpp) and logged.
class Scheduler {
 public:
  explicit Scheduler(Parameters parameters = {}) : parameters_(std::move(parameters)) {}
  virtual ~Scheduler() = default;
  /// The name that decks and commands use: `sm2`.
  virtual std::string_view name() const = 0;
  /// The version of the fold. A released version is frozen: a mended one gets a new number.
  virtual int version() const = 0;
  /// The memory after answering on `day`. A day before `memory.last` counts as `memory.last`.
  virtual Memory answer(const Memory& memory, Quality quality, Day day) const = 0;

  /// Whether its due days may be spread and balanced. SM-2's never are.
  virtual bool spreads() const { return true; }
  /// Puts the card on another due day than the scheduler's own, which was chosen when it was answered.
  virtual void place(Memory& memory, Day due) const;
  /// The chance that the card is remembered on `day`, 0..1; 1 on the day of the last answer, 0 for a new card. A scheduler
  /// without a model of forgetting takes 0.9 at the end of the interval, falling by the same share each interval.
  virtual double recall(const Memory& memory, Day day) const;
  /// The arithmetic of one answer in words, for `ebb why`: `third in a row: 6 × 2.36 = 14.16, up`.
  virtual std::string arithmetic(const Memory& before, Quality quality, Day day) const;
  /// What of the memory this scheduler goes by, in words: `ease 2.36`, `stability 12.3 days, difficulty 5.1`.
  virtual std::string standing(const Memory& memory) const;

  /// What the deck asks.
  const Parameters& parameters() const { return parameters_; }

 protected:
  Scheduler(const Scheduler&) = default;
  Scheduler& operator=(const Scheduler&) = default;

 private:
  Parameters parameters_;
};

/// One step of the fold: the memory after a logged answer. Cram changes nothing; a chosen due day stands.
Memory after_review(const Scheduler& scheduler, const Memory& before, const Review& review);

/// What each quality 0..5 would do now: the preview under the grade keys, and exactly the result.
using Outlook = std::array<Memory, 6>;

/// The six futures of a card on `day`, by the scheduler alone.
Outlook outlook(const Scheduler& scheduler, const Memory& memory, Day day);

/// Makes the scheduler that `parameters.scheduler` names; null if there is none. Handed to the collection, which knows
/// no scheduler itself.
using SchedulerTable = std::unique_ptr<const Scheduler> (*)(const Parameters& parameters);

}  // namespace ebb
