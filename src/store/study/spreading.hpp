// Putting cards on days so that each day has as much to do as the others and the least is forgotten.
#pragma once
#include <functional>
#include <vector>

#include "ebb/core/time.hpp"

namespace ebb {

// A day that can take cards.
struct DayRoom {
  Day day;
  double share = 1;  // of the work of a usual day
  int already = 0;   // cards that are due then anyway
};

// For each of `cards` cards the number of its day. `recall(card, day)` is the chance that the card is remembered on the
// day of that number; it never rises with the day.
std::vector<int> spread_over(std::size_t cards, const std::vector<DayRoom>& days,
                             const std::function<double(std::size_t, std::size_t)>& recall);
// How many cards each day takes: full days stay as they are, the others are levelled.
std::vector<int> places_of(std::size_t cards, const std::vector<DayRoom>& days);

}  // namespace ebb
