// The inside of a simulation: cards in columns, a calendar of due cards by day, and one answer.
#pragma once
#include <vector>

#include "ebb/core/due_day.hpp"
#include "ebb/simulate/simulate.hpp"
#include "simulate/forgetting.hpp"
#include "simulate/luck.hpp"

namespace ebb {

class Player {
 public:
  explicit Player(const SimulationPlan& plan);
  // Plays day number `offset` from today.
  SimulatedDay play(int offset);
  // The cards as they are; the player is spent.
  std::vector<SimulatedCard> take_cards() { return std::move(cards_); }

 private:
  enum class Kind { first, review };
  // A rule, with what is asked of it at every answer.
  struct Rule {
    const Scheduler* scheduler;
    FsrsWeights weights;
    ForgettingCurve curve;
    bool is_truth;  // the scheduler's own stability is the truth
    bool chooses;   // due days are spread, balanced or moved before an exam
  };

  bool begins_new(const SimulatedDay& today) const;
  void begin_new(SimulatedDay& today);
  void meet(std::size_t card, Kind kind, SimulatedDay& today);
  void answer(std::size_t card, Grade grade, Day day, bool fresh);
  void place(SimulatedCard& card, Day day);
  void put_in_calendar(std::size_t card, int from);
  double remembered(int offset) const;

  const SimulationPlan& plan_;
  std::vector<Rule> rules_;
  std::vector<SimulatedCard> cards_;
  std::vector<Luck> luck_;
  // The columns that every evening reads.
  std::vector<int> last_;
  std::vector<double> per_stability_;
  std::vector<std::uint32_t> rule_;
  std::vector<std::vector<std::uint32_t>> calendar_;  // by days from today
  std::vector<int> due_;                              // how many are due then; reaches beyond the last day
  std::size_t next_fresh_ = 0;
};

}  // namespace ebb
