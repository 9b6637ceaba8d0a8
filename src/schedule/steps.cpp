// One state machine for the steps of new and of forgotten cards.
#include "schedule/steps.hpp"

#include <algorithm>

namespace ebb {
namespace {

using std::chrono::seconds;
constexpr seconds a_day{86400};

// Hard waits between the first step and the second; with one step, half as long again, at most a day longer.
seconds hard_wait(const std::vector<seconds>& steps, std::size_t at) {
  if (at > 0) return steps[at];
  if (steps.size() > 1) return (steps[0] + steps[1]) / 2;
  return std::min(steps[0] * 3 / 2, steps[0] + a_day);
}

}  // namespace

bool take_step(Memory& card, const std::vector<seconds>& steps, int before, Grade grade, Day day) {
  std::size_t at = before > 0 ? static_cast<std::size_t>(before - 1) : 0;
  if (steps.empty() || (at >= steps.size() && grade != Grade::again) || grade == Grade::easy) return false;
  if (grade == Grade::good && ++at >= steps.size()) return false;
  if (grade == Grade::again) at = 0;
  const seconds wait = grade == Grade::hard ? hard_wait(steps, at) : steps[at];
  card.step = static_cast<int>(at) + 1;
  // A wait of days is a due day. A shorter one is for today; who stops before it is over meets the card tomorrow.
  const auto days = (wait + a_day / 2) / a_day;
  const bool today = wait < a_day;
  card.wait = today ? wait : seconds{0};
  card.drill = today ? std::optional<Day>{day} : std::nullopt;
  card.due = day + std::chrono::days{today ? 1 : static_cast<int>(days)};
  return true;
}

void leave_steps(Memory& card) {
  card.step = 0;
  card.relearning = false;
  card.wait = seconds{0};
  card.drill.reset();
}

void come_back(Memory& card, int interval, Day day) {
  leave_steps(card);
  card.interval = interval;
  card.due = day + std::chrono::days{interval};
}

}  // namespace ebb
