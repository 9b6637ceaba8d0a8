// The one interface of the schedulers: memory before, an answer, memory after.
#pragma once
#include <array>
#include <string_view>

#include "ebb/core/grade.hpp"
#include "ebb/core/memory.hpp"

namespace ebb {

/// A scheduler is a pure function of a card's memory, an answer and a study day. No clock, no randomness but what is
/// derived from its arguments, no other card.
class Scheduler {
 public:
  virtual ~Scheduler() = default;
  /// The name that decks and commands use: `sm2`.
  virtual std::string_view name() const = 0;
  /// The version of the fold. A released version is frozen: a mended one gets a new number.
  virtual int version() const = 0;
  /// The memory after answering on `day`. A day before `memory.last` counts as `memory.last`.
  virtual Memory answer(const Memory& memory, Quality quality, Day day) const = 0;
};

/// What each quality 0..5 would do now: the preview under the grade keys, and exactly the result.
using Outlook = std::array<Memory, 6>;

/// The six futures of a card on `day`.
Outlook outlook(const Scheduler& scheduler, const Memory& memory, Day day);

/// Finds a scheduler by name; null if there is none. Handed to the collection, which knows no scheduler itself.
using SchedulerTable = const Scheduler* (*)(std::string_view name);

}  // namespace ebb
