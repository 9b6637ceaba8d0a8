// The log of answers for those who learn from it, and moving due days without an answer.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

/// One live answer, cram left out.
struct LoggedAnswer {
  CardId card;
  Day day;
  Quality quality = Quality::good;
  Millis took{0};
};
/// The live answers of the cards that match, in the order of the log.
void for_each_answer(Collection& collection, const CardFilter& filter, const Today& today,
                     const std::function<void(const LoggedAnswer&)>& visit);

/// A card's place in a plan to reschedule.
struct Move {
  CardId card;
  Day from, due;
  bool operator==(const Move&) const = default;
};
/// What rescheduling the cards that match would do: each reviewed card on the day that the scheduler of its deck, with
/// the settings of now, would have chosen after its last answer, never before `today`. Suspended cards and cards in
/// learning steps stay. Only those that move are listed.
std::vector<Move> plan_moves(Collection& collection, const CardFilter& filter, const Today& today);
/// Moves them, as one command and one undo.
void reschedule(Collection& collection, const Today& today, const std::vector<Move>& moves);

}  // namespace ebb
