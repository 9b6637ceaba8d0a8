// Where within its spread a card falls due.
#include "ebb/core/due_day.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ebb {
namespace {

using std::chrono::days;

constexpr int margin = 7;  // days on both sides of a spread that say what is usual there

// splitmix64: the same seed gives the same day on every machine, which the standard distributions do not promise.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

// 0 and more, below 1.
double fraction(std::uint64_t seed) {
  return static_cast<double>(mix(seed) >> 11) * 0x1.0p-53;
}

int share_of(const Parameters& parameters, Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day.time_since_epoch()}};
  return parameters.weekdays[weekday.iso_encoding() - 1];
}

// A line through points: what is usual on each day.
struct Slope {
  double count = 0, places = 0, loads = 0, squares = 0, products = 0;
  void add(double place, double load) {
    count += 1;
    places += place;
    loads += load;
    squares += place * place;
    products += place * load;
  }
  double at(double place) const {
    const double spread = count * squares - places * places;
    const double slope = spread > 0 ? (count * products - places * loads) / spread : 0;
    return count > 0 ? (loads + slope * (count * place - places)) / count : 0;
  }
};

// How much there is to do, as the day's share of the week makes it count.
double load_of(const Parameters& parameters, Day day, const DayChoice& choice) {
  return (choice.due_on(day) + 1) * 100.0 / share_of(parameters, day);
}

// The day with the least to do for what is usual there, the seed deciding between equals. Days further off have less to
// do because fewer cards were put there yet: unless that slope is taken out, the last day of a spread wins too often,
// and every interval grows. Days without a share are taken only if there is no other.
Day lightest(const Parameters& parameters, Day first, Day last, Day today, const DayChoice& choice,
             std::uint64_t seed) {
  const Day from = std::max(first - days{margin}, today + days{1});
  std::vector<double> loads;
  Slope usual;
  for (Day day = from; day <= last + days{margin}; day += days{1}) {
    loads.push_back(share_of(parameters, day) > 0 ? load_of(parameters, day, choice) : 1e9);
    if (loads.back() < 1e9) usual.add(static_cast<double>(loads.size()), loads.back());
  }
  Day best = first;
  double lowest = 0;
  for (Day day = first; day <= last; day += days{1}) {
    const auto place = static_cast<std::size_t>((day - from).count());
    const double weight = loads[place] - usual.at(static_cast<double>(place + 1)) +
                          fraction(seed ^ static_cast<std::uint64_t>(day.time_since_epoch().count()));
    if (day == first || weight < lowest) best = day, lowest = weight;
  }
  return best;
}

// A day by chance, each by its share of the week; all alike where none has any.
Day drawn(const Parameters& parameters, Day first, Day last, std::uint64_t seed) {
  int all = 0;
  for (Day day = first; day <= last; day += days{1}) all += share_of(parameters, day);
  const auto count = (last - first).count() + 1;
  if (all == 0) return first + days{static_cast<int>(fraction(seed) * static_cast<double>(count))};
  double left = fraction(seed) * all;
  Day day = first;
  while (day < last && left >= share_of(parameters, day)) left -= share_of(parameters, day), day += days{1};
  return day;
}

Day within(const Parameters& parameters, Day first, Day last, Day today, const DayChoice& choice, std::uint64_t seed) {
  if (parameters.balance && choice.due_on && first > today && first < last)
    return lightest(parameters, first, last, today, choice, seed);
  return drawn(parameters, first, last, seed);
}

// A due day behind the exam is moved into the days before it; one that is today already cannot be.
Day before_exam(const Parameters& parameters, Day due, Day today, const DayChoice& choice, std::uint64_t seed) {
  if (!parameters.exam || *parameters.exam <= today + days{1} || due < *parameters.exam) return due;
  const Day tomorrow = today + days{1};
  const Day first = *parameters.exam - days{parameters.exam_window};
  if (today >= first) return due;  // seen in its window: that was the last time
  return within(parameters, std::max(first, tomorrow), *parameters.exam - days{1}, today, choice, seed);
}

bool in_review(const Memory& memory) {
  return memory.step == 0 && memory.due && memory.last;
}

// Not before `earliest`, except for an exam.
Day chosen_from(const Scheduler& scheduler, const Memory& memory, int interval, Day earliest, Day today,
                const DayChoice& choice) {
  const Parameters& parameters = scheduler.parameters();
  const std::uint64_t seed = choice.seed + static_cast<std::uint64_t>(memory.reviews);
  Day due = *memory.last + days{interval};
  if (scheduler.spreads() && parameters.fuzz) {
    const Spread spread = spread_of(interval, parameters.longest);
    const Day first = std::max(*memory.last + days{spread.low}, today);
    const Day last = std::max(first, *memory.last + days{spread.high});
    due = std::max(within(parameters, first, last, today, choice, seed), earliest);
    while (due < last && share_of(parameters, due) == 0) due += days{1};
  }
  return before_exam(parameters, due, today, choice, seed);
}

}  // namespace

Spread spread_of(int interval, int longest) {
  if (interval < 2.5) return {interval, interval};
  const double delta = 1 + 0.15 * (std::min(interval, 7) - 2.5) + 0.10 * std::max(std::min(interval, 20) - 7, 0) +
                       0.05 * std::max(interval - 20, 0);
  const int high = std::min(static_cast<int>(std::round(interval + delta)), longest);
  return {std::min(std::max(2, static_cast<int>(std::round(interval - delta))), high), high};
}

Day chosen_due(const Scheduler& scheduler, const Memory& memory, int interval, Day today, const DayChoice& choice) {
  return chosen_from(scheduler, memory, interval, today, today, choice);
}

namespace {

// SM-2 knows no answer before the day. Of an interval that was not waited for, only the part that was counts: the card
// is put so much nearer, but never before the day it was due anyway.
void place_early(const Scheduler& scheduler, const Memory& before, Memory& after, Day day) {
  const auto elapsed = static_cast<int>((day - *before.last).count());
  const int earned = (after.interval * elapsed + before.interval - 1) / before.interval;
  const Day due = std::max(*before.due, day + days{std::max(earned, 1)});
  if (due < *after.due) scheduler.place(after, due);
}

bool is_early(const Scheduler& scheduler, const Memory& memory, Day day) {
  return !scheduler.spreads() && memory.last && memory.due && memory.interval > 0 && *memory.last < day &&
         day < *memory.due && day < *memory.last + days{memory.interval} && !drills_on(memory, day);
}

}  // namespace

Outlook chosen_outlook(const Scheduler& scheduler, const Memory& memory, Day day, const DayChoice& choice) {
  Outlook futures = outlook(scheduler, memory, day);
  const Parameters& parameters = scheduler.parameters();
  const bool kept_apart = scheduler.spreads() && parameters.fuzz && parameters.ordered;
  if (memory.last) day = std::max(day, *memory.last);
  int least = 1;  // a better grade does not come back sooner
  Day below = day;
  for (std::size_t quality = 0; quality < futures.size(); ++quality) {
    Memory& after = futures[quality];
    if (!in_review(after)) continue;
    // What the answer left as it was (a drill) stays where it was.
    if (after.due == memory.due && after.interval == memory.interval) continue;
    if (static_cast<Quality>(quality) >= Quality::hard && is_early(scheduler, memory, day))
      place_early(scheduler, memory, after, day);
    const int own = static_cast<int>((*after.due - day).count());
    const bool passed = static_cast<Quality>(quality) >= Quality::hard;
    const int grown = passed && memory.step == 0 && own > memory.interval ? memory.interval + 1 : 1;
    const int bound = kept_apart ? std::min(std::max(least, grown), std::max(own, parameters.longest)) : 0;
    Day due = chosen_from(scheduler, after, own, day + days{bound}, day, choice);
    if (parameters.exam && due < *parameters.exam && *after.due >= *parameters.exam)
      due = std::max(due, std::min(below, *parameters.exam - days{1}));
    else
      least = std::max(least, static_cast<int>((due - day).count()) + (passed ? 1 : 0));
    below = due;
    if (due != *after.due) scheduler.place(after, due);
  }
  return futures;
}

}  // namespace ebb
