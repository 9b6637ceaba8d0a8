// What the scheduler knows of a card: the result of folding the card's live reviews.
#pragma once
#include <chrono>
#include <optional>

#include "ebb/core/time.hpp"

namespace ebb {

/// A card's memory: a pure function of its reviews and the parameters they name. A new card is `Memory{}`.
struct Memory {
  int reviews = 0;            ///< live answers, same-day drill included, cram not
  int lapses = 0;             ///< failures of a card that had been learnt (repetitions > 0)
  int repetitions = 0;        ///< successes in a row (SM-2's n); 0 after a failure
  int interval = 0;           ///< days, 0..36500; 0 only while new
  int ease = 250;             ///< SM-2's E-Factor in hundredths, 130 and up
  double stability = 0;       ///< days; FSRS only
  double difficulty = 0;      ///< 1..10; FSRS only
  std::optional<Day> last;    ///< study day of the last review
  std::optional<Day> due;     ///< study day when it comes back; nothing while new
  std::optional<Day> drill;   ///< the study day on which it is still to be drilled (SM-2 step 7) or is between learning
                              ///< steps; over when that day is
  int step = 0;               ///< the learning step it waits for, from 1; 0: not in steps
  bool relearning = false;    ///< the steps are those after a failure
  std::chrono::seconds wait{0};  ///< how long after the last answer the step is over; 0 without steps, or in days
  bool operator==(const Memory&) const = default;
};

/// Whether the card still has to be drilled on `day`.
inline bool drills_on(const Memory& memory, Day day) { return memory.drill == day; }

/// Whether a card that was forgotten `lapses` times is a leech, from `threshold` on.
inline bool is_leech(int lapses, int threshold) { return lapses >= threshold; }
/// Whether this lapse is one at which a leech is told: the first, and every half threshold after it.
inline bool leech_is_told(int lapses, int threshold) {
  const int every = threshold > 2 ? (threshold + 1) / 2 : 1;
  return is_leech(lapses, threshold) && (lapses - threshold) % every == 0;
}

/// The longest interval that any scheduler gives, in days.
inline constexpr int longest_interval = 36500;

/// The name of a card's state, as filters and JSON spell it: `new`, `learning` (drilling on `day`, or failed and not
/// yet remembered again) or `review`.
const char* state_name(const Memory& memory, Day day);

}  // namespace ebb
