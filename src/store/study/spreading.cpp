// Levels the days first; then decides who goes first, by trading places between neighbouring days until none gains.
#include "store/study/spreading.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ebb {
namespace {

// The level L at which the days together take the cards: the sum of max(0, share * L - already).
double level_for(double cards, const std::vector<DayRoom>& days) {
  double low = 0, high = cards;
  for (const DayRoom& day : days) high = std::max(high, (cards + day.already) / day.share);
  for (int round = 0; round < 100; ++round) {
    const double middle = (low + high) / 2;
    double taken = 0;
    for (const DayRoom& day : days) taken += std::max(0.0, day.share * middle - day.already);
    (taken < cards ? low : high) = middle;
  }
  return high;
}

// Cards on consecutive days: `order` cut into pieces of the sizes of `places`.
std::vector<int> cut(const std::vector<std::size_t>& order, const std::vector<int>& places) {
  std::vector<int> day_of(order.size());
  std::size_t at = 0;
  for (std::size_t day = 0; day < places.size(); ++day)
    for (int n = 0; n < places[day] && at < order.size(); ++n) day_of[order[at++]] = static_cast<int>(day);
  return day_of;
}

}  // namespace

std::vector<int> places_of(std::size_t cards, const std::vector<DayRoom>& days) {
  const double level = level_for(static_cast<double>(cards), days);
  std::vector<int> places;
  std::vector<std::pair<double, std::size_t>> rest;
  int left = static_cast<int>(cards);
  for (const DayRoom& day : days) {
    const double wanted = std::max(0.0, day.share * level - day.already);
    places.push_back(std::min(left, static_cast<int>(wanted)));
    left -= places.back();
    rest.emplace_back(wanted > 0 ? std::floor(wanted) - wanted : 1, rest.size());
  }
  std::stable_sort(rest.begin(), rest.end());  // the largest remainder first
  for (std::size_t at = 0; left > 0; at = (at + 1) % rest.size()) ++places[rest[at].second], --left;
  return places;
}

std::vector<int> spread_over(std::size_t cards, const std::vector<DayRoom>& days,
                             const std::function<double(std::size_t, std::size_t)>& recall) {
  constexpr int most_rounds = 20;
  const std::vector<int> places = places_of(cards, days);
  std::vector<std::size_t> order(cards);
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (days.size() < 2) return cut(order, places);
  std::vector<double> loss(cards);
  const auto most_lost_first = [&](std::size_t first, std::size_t last, std::size_t from, std::size_t until) {
    for (std::size_t at = first; at < last; ++at) loss[order[at]] = recall(order[at], from) - recall(order[at], until);
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first), end = order.begin() + static_cast<std::ptrdiff_t>(last);
    std::stable_sort(begin, end, [&](std::size_t a, std::size_t b) { return loss[a] > loss[b]; });
  };
  most_lost_first(0, cards, 0, days.size() - 1);
  for (int round = 0; round < most_rounds; ++round) {
    const std::vector<int> before = cut(order, places);
    std::size_t first = 0;
    for (std::size_t day = 0; day + 1 < days.size(); ++day) {
      const std::size_t here = static_cast<std::size_t>(places[day]), next = static_cast<std::size_t>(places[day + 1]);
      most_lost_first(first, first + here + next, day, day + 1);
      first += here;
    }
    if (cut(order, places) == before) break;
  }
  return cut(order, places);
}

}  // namespace ebb
