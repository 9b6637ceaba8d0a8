// Logs of answers made from a seed: cards that follow FSRS with weights of their own, answered late and early.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

#include "ebb/schedule/fsrs.hpp"
#include "ebb/train/answers.hpp"
#include "train/shuffle.hpp"

namespace ebb::testing {

// What really happened to be: the weights that the cards of a made log obey.
inline FsrsWeights true_weights() {
  FsrsWeights w = default_fsrs_weights();
  w[0] = 0.5, w[2] = 4, w[3] = 12, w[6] = 2, w[8] = 1.5, w[11] = 1.2, w[20] = 0.3;
  return w;
}

struct MadeCard {
  FsrsState state;
  int day = 0, due = 0;
  bool seen = false;
};

inline double fraction(Dice& dice) {
  return static_cast<double>(dice.roll() >> 11) / 9007199254740992.0;
}

inline Grade first_grade(double chance) {
  return chance < 0.3 ? Grade::again : chance < 0.4 ? Grade::hard : chance < 0.9 ? Grade::good : Grade::easy;
}
inline Grade later_grade(bool recalled, double chance) {
  return !recalled ? Grade::again : chance < 0.1 ? Grade::hard : chance < 0.9 ? Grade::good : Grade::easy;
}

// Answers of `cards` cards over `days` days, in the order of the days.
inline AnswerLog made_log(std::uint64_t seed, int cards, int days) {
  const FsrsWeights w = true_weights();
  Dice dice(seed);
  std::vector<MadeCard> all(static_cast<std::size_t>(cards));
  for (MadeCard& card : all) card.due = static_cast<int>(fraction(dice) * days * 0.6);
  AnswerLog log;
  for (int day = 0; day < days; ++day) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      MadeCard& card = all[i];
      while (card.due <= day) {
        const double recall = card.seen ? retrievability(w, day - card.day, card.state.stability) : 0;
        const Grade grade =
            card.seen ? later_grade(fraction(dice) < recall, fraction(dice)) : first_grade(fraction(dice));
        card.state = card.seen ? next_fsrs_state(w, card.state, grade, day - card.day) : first_fsrs_state(w, grade);
        card.seen = true;
        card.day = day;
        log.add(i + 1000, day, grade);
        const bool again = grade == Grade::again && fraction(dice) < 0.7;
        card.due = again ? day : day + std::max(1, static_cast<int>(card.state.stability * (0.6 + fraction(dice))));
      }
    }
  }
  return log;
}

}  // namespace ebb::testing
