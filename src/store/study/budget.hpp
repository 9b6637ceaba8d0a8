// Which cards fit into a budget of time, by what answering each saves.
#pragma once
#include <vector>

#include "ebb/store/study.hpp"
#include "store/file/store.hpp"

namespace ebb {

// Seconds that answers took, by the user's own log: the median of the newest. 8 without history.
struct AnswerTimes {
  double review = 8, fresh = 8;
};
AnswerTimes answer_times(Store& store);

// What answering a card today is worth and costs.
struct CardWorth {
  double saved = 0;    // the chance to know it a week from now, more than if it is left
  double seconds = 0;  // with the answers that a failure, or learning steps, bring along today
};
CardWorth worth_of(Store& store, const QueuedCard& card, const Today& today, const AnswerTimes& times);

// Leaves in `cards`, in the order they had, those that together save the most within the budget: first among the due,
// drills with them; new cards only in time that is left.
PlannedTime choose_within(Store& store, std::vector<QueuedCard>& cards, const Today& today, Millis budget);

}  // namespace ebb
