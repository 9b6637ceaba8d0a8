// Where within its spread a card falls due.
#include "ebb/core/due_day.hpp"

#include <algorithm>
#include <cmath>

namespace ebb {
namespace {

// splitmix64: the same seed gives the same day on every machine, which the standard distributions do not promise.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

// 0 and more, below 1.
double fraction(std::uint64_t seed) { return static_cast<double>(mix(seed) >> 11) * 0x1.0p-53; }

int share_of(const Parameters& parameters, Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day.time_since_epoch()}};
  return parameters.weekdays[weekday.iso_encoding() - 1];
}

bool has_easy_days(const Parameters& parameters) {
  return std::any_of(parameters.weekdays.begin(), parameters.weekdays.end(), [](int share) { return share != 100; });
}

// The day that is least loaded for its share of the week, the seed deciding between equals. Days without a share are
// taken only if there is no other.
Day lightest(const Parameters& parameters, Day first, Day last, const DayChoice& choice, std::uint64_t seed) {
  Day best = first;
  double lowest = 0;
  for (Day day = first; day <= last; day += std::chrono::days{1}) {
    const int share = share_of(parameters, day);
    const double load = (choice.due_on ? choice.due_on(day) : 0) + 1 + fraction(seed ^ static_cast<std::uint64_t>(day.time_since_epoch().count()));
    const double weight = share > 0 ? load * 100 / share : 1e9 + load;
    if (day == first || weight < lowest) best = day, lowest = weight;
  }
  return best;
}

Day within(const Parameters& parameters, Day first, Day last, const DayChoice& choice, std::uint64_t seed) {
  if (parameters.balance || has_easy_days(parameters)) return lightest(parameters, first, last, choice, seed);
  const auto days = (last - first).count() + 1;
  return first + std::chrono::days{static_cast<int>(fraction(seed) * static_cast<double>(days))};
}

// A due day behind the exam is moved into the days before it; one that is today already cannot be.
Day before_exam(const Parameters& parameters, Day due, Day today, const DayChoice& choice, std::uint64_t seed) {
  if (!parameters.exam || *parameters.exam <= today + std::chrono::days{1} || due < *parameters.exam) return due;
  const Day tomorrow = today + std::chrono::days{1};
  const Day first = *parameters.exam - std::chrono::days{parameters.exam_window};
  if (today >= first) return due;  // seen in its window: that was the last time
  return within(parameters, std::max(first, tomorrow), *parameters.exam - std::chrono::days{1}, choice, seed);
}

bool in_review(const Memory& memory) { return memory.step == 0 && memory.due && memory.last; }

}  // namespace

Spread spread_of(int interval, int longest) {
  if (interval < 2.5) return {interval, interval};
  const double delta = 1 + 0.15 * (std::min(interval, 7) - 2.5) + 0.10 * std::max(std::min(interval, 20) - 7, 0) +
                       0.05 * std::max(interval - 20, 0);
  const int high = std::min(static_cast<int>(std::round(interval + delta)), longest);
  return {std::min(std::max(2, static_cast<int>(std::round(interval - delta))), high), high};
}

Day chosen_due(const Scheduler& scheduler, const Memory& memory, int interval, Day today, const DayChoice& choice) {
  const Parameters& parameters = scheduler.parameters();
  const std::uint64_t seed = choice.seed + static_cast<std::uint64_t>(memory.reviews);
  Day due = *memory.last + std::chrono::days{interval};
  if (scheduler.spreads() && parameters.fuzz) {
    const Spread spread = spread_of(interval, parameters.longest);
    const Day first = std::max(*memory.last + std::chrono::days{spread.low}, today);
    due = within(parameters, first, std::max(first, *memory.last + std::chrono::days{spread.high}), choice, seed);
  }
  return before_exam(parameters, due, today, choice, seed);
}

Outlook chosen_outlook(const Scheduler& scheduler, const Memory& memory, Day day, const DayChoice& choice) {
  Outlook futures = outlook(scheduler, memory, day);
  const Parameters& parameters = scheduler.parameters();
  if (memory.last) day = std::max(day, *memory.last);
  int least = 1;  // a better grade does not come back sooner
  Day below = day;
  for (std::size_t quality = 0; quality < futures.size(); ++quality) {
    Memory& after = futures[quality];
    if (!in_review(after)) continue;
    // What the answer left as it was (a drill) stays where it was.
    if (after.due == memory.due && after.interval == memory.interval) continue;
    const int own = static_cast<int>((*after.due - day).count());
    Day due = chosen_due(scheduler, after, own, day, choice);
    const bool before_exam = parameters.exam && due < *parameters.exam && *after.due >= *parameters.exam;
    if (before_exam) due = std::max(due, std::min(below, *parameters.exam - std::chrono::days{1}));
    if (scheduler.spreads() && parameters.fuzz && parameters.ordered && !before_exam) {
      const bool passed = static_cast<Quality>(quality) >= Quality::hard;
      const int grown = passed && memory.step == 0 && own > memory.interval ? memory.interval + 1 : 1;
      due = std::max(due, day + std::chrono::days{std::min(std::max(least, grown), std::max(own, parameters.longest))});
      least = static_cast<int>((due - day).count()) + (passed ? 1 : 0);
    }
    below = due;
    if (due != *after.due) scheduler.place(after, due);
  }
  return futures;
}

}  // namespace ebb
