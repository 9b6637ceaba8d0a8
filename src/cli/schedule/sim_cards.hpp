// The cards of a collection as a simulation takes them: what is due when, what is really remembered, how people answer.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/simulate/simulate.hpp"

namespace ebb {

// Cards read once, from which plans under any settings are made.
class SimulatedCollection {
 public:
  // The cards that match, without the suspended ones, and the habits of the whole log.
  SimulatedCollection(Collection& collection, const CardFilter& filter, const Today& today);

  // The settings of each deck, changed by `change`. Throws Error(Exit::usage) where there is no such scheduler.
  SimulationPlan plan(const std::function<Parameters(Parameters)>& change) const;
  std::size_t begun() const { return begun_.size(); }
  std::size_t fresh() const { return fresh_.size(); }
  const Habits& habits() const { return habits_; }
  int new_limit() const { return new_limit_; }
  // The settings of the decks that have cards here, each once.
  const std::vector<Parameters>& settings() const { return settings_; }

 private:
  struct Answered {
    Day day;
    Quality quality;
  };
  struct Begun {
    std::int64_t id;
    std::size_t settings;
    Memory memory;
    std::vector<Answered> answers;
  };

  void read_cards(Collection& collection, const CardFilter& filter, const Today& today);
  void read_answers(Collection& collection, const Today& today);
  std::size_t settings_of(Collection& collection, const std::string& deck);
  SimulatedCard card_under(const Begun& card, const SimulatedRule& rule) const;

  Day today_;
  std::vector<std::string> decks_;             // whose settings were asked for, …
  std::vector<std::size_t> settings_of_deck_;  // … and which they are
  std::vector<Parameters> settings_;
  std::vector<Begun> begun_;
  std::vector<std::size_t> fresh_;
  Habits habits_;
  int new_limit_ = 10, begun_today_ = 0;
};

}  // namespace ebb
