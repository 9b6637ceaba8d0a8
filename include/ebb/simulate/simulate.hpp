// The days to come, played through: cards, a scheduler, habits, and a seed give the same days every time.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "ebb/core/scheduler.hpp"
#include "ebb/schedule/fsrs.hpp"
#include "ebb/simulate/habits.hpp"

namespace ebb {

/// By what cards are scheduled, and by what they are remembered: FSRS with `weights`, whatever the scheduler.
struct SimulatedRule {
  std::shared_ptr<const Scheduler> scheduler;
  FsrsWeights weights = default_fsrs_weights();
};

/// A card that has been begun.
struct SimulatedCard {
  Memory memory;           ///< as its scheduler knows it; `last` and `due` are set
  FsrsState state;         ///< how well it is really remembered
  std::size_t rule = 0;    ///< which of the plan's rules
  std::uint64_t seed = 0;  ///< of its due days
};

/// What is played through.
struct SimulationPlan {
  Day today;
  int days = 90;
  std::vector<SimulatedRule> rules;
  std::vector<SimulatedCard> cards;  ///< begun; overdue ones are met first, on the first day
  std::vector<std::size_t> fresh;    ///< the rule of each new card, in the order they are begun
  int new_limit = 10;                ///< new cards a day
  int begun_today = 0;               ///< how many of them were begun today already
  std::optional<int> review_limit;   ///< cards reviewed a day, new ones not counted; what is left comes the next day
  Habits habits;
  std::uint64_t seed = 1;
};

/// One day that was played through.
struct SimulatedDay {
  Day day;
  int reviews = 0;        ///< cards met that were begun on an earlier day
  int fresh = 0;          ///< cards begun
  int answers = 0;        ///< grades given, those of steps and drills too
  int forgotten = 0;      ///< of the reviews
  int left = 0;           ///< due, but beyond the limit
  double seconds = 0;     ///< spent
  double remembered = 0;  ///< how many cards one would remember that evening: the sum of their chances
  int begun = 0;          ///< how many cards there are that are not new
};

/// What came of it.
struct Simulation {
  std::vector<SimulatedDay> days;
  std::vector<SimulatedCard> cards;  ///< all that are begun by the end: those of the plan first, in their order
};

/// Plays the plan through. Pure: the same plan, the same days. A card's luck hangs on the seed and on the card alone,
/// so two plans that differ in one setting are compared on the same luck. Every scheduler meets a card as `ebb review`
/// would: fuzz, balance, easy days, exam, steps and drills included; only Hard < Good < Easy is not kept between due
/// days that were moved.
Simulation simulate(const SimulationPlan& plan);

/// The sums over all days.
struct SimulationTotal {
  std::int64_t reviews = 0, fresh = 0, answers = 0, forgotten = 0;
  double seconds = 0;
  double remembered = 0;  ///< on the last evening
  int begun = 0;          ///< on the last evening
  int most_reviews = 0;   ///< of a day
};
/// Of days `first` up to and without `last`.
SimulationTotal total(const Simulation& simulation, std::size_t first, std::size_t last);

}  // namespace ebb
