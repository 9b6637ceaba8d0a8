// Study days in a row. A day is not lost before it is over: until then the streak that ended yesterday still counts.
#include <algorithm>

#include "ebb/stats/stats.hpp"

namespace ebb {
namespace {

constexpr std::chrono::days one{1};

bool is_away(std::span<const DayRange> away, Day day) {
  return std::any_of(away.begin(), away.end(), [&](const DayRange& range) { return range.contains(day); });
}

// Whether every day between two days, neither included, was away.
bool bridged(std::span<const DayRange> away, Day earlier, Day later) {
  for (Day day = earlier + one; day < later; day += one)
    if (!is_away(away, day)) return false;
  return true;
}

// The days with answers, today last.
std::vector<Day> studied(std::span<const TallyRow> rows, Day today) {
  std::vector<Day> days;
  for (const TallyRow& row : rows)
    if (row.answers > 0 && row.day <= today && (days.empty() || days.back() != row.day)) days.push_back(row.day);
  return days;
}

}  // namespace

int streak(std::span<const TallyRow> rows, Day today, std::span<const DayRange> away) {
  int length = 0;
  Day next = today + one;  // today itself may still be without an answer
  const std::vector<Day> days = studied(rows, today);
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    const bool follows = bridged(away, *day, next) || (length == 0 && bridged(away, *day, today));
    if (!follows) break;
    ++length;
    next = *day;
  }
  return length;
}

int longest_streak(std::span<const TallyRow> rows, Day today, std::span<const DayRange> away) {
  int longest = 0, length = 0;
  Day last;
  for (const Day day : studied(rows, today)) {
    length = length > 0 && bridged(away, last, day) ? length + 1 : 1;
    longest = std::max(longest, length);
    last = day;
  }
  return longest;
}

}  // namespace ebb
