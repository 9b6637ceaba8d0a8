// Spreading a backlog over the days to come, and days away.
#pragma once
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"
#include "ebb/store/schedule.hpp"

namespace ebb {

/// Cards put on days, and what that comes to.
struct SpreadPlan {
  struct OfDay {
    Day day;
    int cards = 0;   ///< all that are due then, those put there and those that were due anyway
    Millis time{0};  ///< how long they are expected to take
  };
  std::vector<Move> moves;        ///< only cards whose day changes
  std::vector<OfDay> days;        ///< in order; empty when there is nothing to spread
  int cards = 0;                  ///< how many were spread, those that stay where they are included
  double forgotten = 0;           ///< how many of them are expected to be forgotten when they come
  double forgotten_in_order = 0;  ///< the same if they came in the order in which they fell due
  bool operator==(const SpreadPlan&) const = default;
};

/// The cards that are overdue, over `days` study days from today on, days away left out. Each day gets as much work as
/// the others, by its share of the week; those that would be forgotten fastest come first.
SpreadPlan plan_catchup(Collection& collection, const Today& today, int days);
/// Moves them, and holds new cards on those days: one command, one undo.
void catch_up(Collection& collection, const Today& today, const SpreadPlan& plan);
/// Over how many days a backlog of so many cards is spread unless told: about 25 a day, 2 to 30 days.
int catchup_days(int overdue);

/// Study days away, both included.
struct AwayDays {
  Day from, until;
  bool operator==(const AwayDays&) const = default;
};
/// All times away, past ones too, sorted; they neither overlap nor touch. A streak is not broken by them.
std::vector<AwayDays> away_days(Collection& collection);
/// The plan for the cards that fall due while away: the days after it, as many as the time away has, at most 14.
SpreadPlan plan_away(Collection& collection, const Today& today, const AwayDays& away);
/// Logs the time away and moves the cards: one command, one undo.
void go_away(Collection& collection, const Today& today, const AwayDays& away, const SpreadPlan& plan);
/// Ends the time away that today is in, and takes back those to come; false if there are none. Moved cards stay.
bool come_back_now(Collection& collection, const Today& today);

}  // namespace ebb
