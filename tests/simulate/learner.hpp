// Somebody who does everything that is due every day, by the same path as `ebb review`: `chosen_outlook`.
#pragma once
#include <vector>

#include "ebb/core/due_day.hpp"
#include "simulate/luck.hpp"
#include "simulate/plans.hpp"

namespace ebb {

class Learner {
 public:
  Learner(const Parameters& parameters, int begun, std::uint64_t seed)
      : rule_(rule_of(parameters)), seed_(seed), due_(60000) {
    for (int i = 0; i < begun; ++i) add(begun_card(i).memory);
  }

  // One day: what is due, then so many new cards.
  void live(int fresh) {
    int done = 0;
    for (std::size_t i = 0; i < cards_.size(); ++i) done += cards_[i].due <= today() && (meet(i), true);
    for (int i = 0; i < fresh; ++i) {
      add(Memory{});
      meet(cards_.size() - 1);
    }
    reviews_.push_back(done);
  }

  Day today() const { return first_day + std::chrono::days{static_cast<int>(reviews_.size())}; }
  const std::vector<Memory>& cards() const { return cards_; }
  const std::vector<int>& reviews() const { return reviews_; }  // of each day
  // Intervals in days, as they were chosen and as the scheduler alone would have them: sums over all answers.
  double chosen() const { return chosen_; }
  double own() const { return own_; }
  // Due days that were chosen for intervals of a week and more, by weekday, Monday first.
  const std::array<int, 7>& weekdays() const { return weekdays_; }

 private:
  void add(const Memory& memory) {
    cards_.push_back(memory);
    luck_.emplace_back(seed_, cards_.size());
    if (memory.due) ++due_on(*memory.due);
  }
  int& due_on(Day day) { return due_[static_cast<std::size_t>((day - first_day).count())]; }

  Grade grade(std::size_t i) {
    const Memory& card = cards_[i];
    const double recall = !card.last ? 0.7
                          : drills_on(card, today())
                              ? 0.85
                              : retrievability(rule_.weights, static_cast<double>((today() - *card.last).count()),
                                               std::max(card.stability, 0.1));
    const bool known = luck_[i].draw() < recall;
    constexpr std::array<double, 3> passing{0.15, 0.7, 0.15};
    const std::size_t which = luck_[i].choose(passing);
    return known ? static_cast<Grade>(which + 2) : Grade::again;
  }

  void answer(std::size_t i) {
    Memory& card = cards_[i];
    DayChoice choice{mixed(seed_ ^ mixed(i)), {}};
    if (rule_.scheduler->parameters().balance) choice.due_on = [this](Day day) { return due_on(day); };
    const Quality quality = quality_of(grade(i));
    const Memory alone = rule_.scheduler->answer(card, quality, today());
    card = chosen_outlook(*rule_.scheduler, card, today(), choice)[static_cast<std::size_t>(quality)];
    if (card.step > 0) return;
    chosen_ += card.interval;
    own_ += alone.interval;
    const std::chrono::weekday weekday{std::chrono::sys_days{card.due->time_since_epoch()}};
    if (alone.interval >= 7) ++weekdays_[weekday.iso_encoding() - 1];
  }

  void meet(std::size_t i) {
    if (cards_[i].due) --due_on(*cards_[i].due);
    int answers = 0;
    do answer(i);
    while (drills_on(cards_[i], today()) && ++answers < 20);
    ++due_on(*cards_[i].due);
  }

  SimulatedRule rule_;
  std::uint64_t seed_;
  std::vector<Memory> cards_;
  std::vector<Luck> luck_;
  std::vector<int> due_, reviews_;
  std::array<int, 7> weekdays_{};
  double chosen_ = 0, own_ = 0;
};

}  // namespace ebb
