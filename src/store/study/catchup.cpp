// A backlog over the days to come.
#include "ebb/store/catchup.hpp"

#include <algorithm>
#include <map>

#include "ebb/store/deck_settings.hpp"
#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/log/batch.hpp"
#include "store/study/budget.hpp"
#include "store/study/moving.hpp"
#include "store/study/spreading.hpp"

namespace ebb {
namespace {

using std::chrono::days;

struct Waiting {
  CardId card;
  Day due;
};

std::vector<Waiting> due_between(Store& store, Day from, Day until) {
  std::vector<Waiting> cards;
  Statement& find = store.sql("SELECT id, due FROM card WHERE due BETWEEN ? AND ? ORDER BY due, id");
  find.bind(1, day_number(from)).bind(2, day_number(until));
  while (find.step()) cards.push_back({CardId{find.number(0)}, day_from_number(static_cast<int>(find.number(1)))});
  return cards;
}

int due_on_day(Store& store, Day day) {
  Statement& find = store.sql("SELECT count(*) FROM card WHERE due = ?");
  find.bind(1, day_number(day)).step();
  const int cards = static_cast<int>(find.number(0));
  find.reset();
  return cards;
}

double share_of_week(const Parameters& parameters, Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day.time_since_epoch()}};
  return parameters.weekdays[weekday.iso_encoding() - 1] / 100.0;
}

bool is_away(const std::vector<AwayDays>& away, Day day) {
  return std::any_of(away.begin(), away.end(), [day](const AwayDays& one) { return one.from <= day && day <= one.until; });
}

// `count` study days from `first` on that can take cards, those away and those without a share of the week left out.
std::vector<DayRoom> rooms_from(Collection& collection, Day first, int count, const std::vector<AwayDays>& away) {
  const Parameters parameters = parameters_of(collection, "");
  std::vector<DayRoom> rooms;
  constexpr int most_days_passed_over = 4000;
  for (Day day = first; static_cast<int>(rooms.size()) < count && day < first + days{most_days_passed_over}; day += days{1}) {
    const double share = share_of_week(parameters, day);
    if (share > 0 && !is_away(away, day)) rooms.push_back({day, share, due_on_day(collection.store(), day)});
  }
  return rooms;
}

// The chance to remember each card on each day, worked out once.
class Chances {
 public:
  Chances(Store& store, const std::vector<Waiting>& cards, const std::vector<DayRoom>& rooms) : days_(rooms.size()) {
    for (const Waiting& one : cards) {
      const auto row = read_card(store, one.card);
      for (const DayRoom& room : rooms)
        chances_.push_back(row ? static_cast<float>(store.scheduler(row->par).recall(row->memory, room.day)) : 1.0F);
    }
  }
  double on(std::size_t card, std::size_t day) const { return static_cast<double>(chances_[card * days_ + day]); }

 private:
  std::size_t days_;
  std::vector<float> chances_;
};

double forgotten(const Chances& chances, const std::vector<int>& day_of) {
  double sum = 0;
  for (std::size_t card = 0; card < day_of.size(); ++card) sum += 1 - chances.on(card, static_cast<std::size_t>(day_of[card]));
  return sum;
}

SpreadPlan spread(Store& store, const std::vector<Waiting>& cards, const std::vector<DayRoom>& rooms, Day today) {
  SpreadPlan plan;
  if (cards.empty() || rooms.empty()) return plan;
  const Chances chances(store, cards, rooms);
  const auto day_of = spread_over(cards.size(), rooms, [&](std::size_t card, std::size_t day) { return chances.on(card, day); });
  const std::vector<int> places = places_of(cards.size(), rooms);
  std::vector<int> in_order;
  for (std::size_t day = 0; day < places.size(); ++day) in_order.insert(in_order.end(), static_cast<std::size_t>(places[day]), static_cast<int>(day));
  plan.cards = static_cast<int>(cards.size());
  plan.forgotten = forgotten(chances, day_of);
  plan.forgotten_in_order = forgotten(chances, in_order);
  const double seconds = answer_times(store).review;
  for (std::size_t day = 0; day < rooms.size(); ++day) {
    const int all = rooms[day].already + places[day];
    plan.days.push_back({rooms[day].day, all, Millis{static_cast<std::int64_t>(all * seconds * 1000)}});
  }
  for (std::size_t card = 0; card < cards.size(); ++card) {
    const Day due = rooms[static_cast<std::size_t>(day_of[card])].day;
    // What is overdue and comes today stays overdue: moving it would only hide how late it is.
    if (due != cards[card].due && due > today) plan.moves.push_back({cards[card].card, cards[card].due, due});
  }
  return plan;
}

}  // namespace

int catchup_days(int overdue) {
  constexpr int a_day = 25;
  return std::clamp((overdue + a_day - 1) / a_day, 2, 30);
}

SpreadPlan plan_catchup(Collection& collection, const Today& today, int count) {
  Store& store = collection.store();
  const Reading reading(store.db());
  const auto cards = due_between(store, Day{}, today.day - days{1});
  return spread(store, cards, rooms_from(collection, today.day, count, away_days(collection)), today.day);
}

void catch_up(Collection& collection, const Today& today, const SpreadPlan& plan) {
  if (plan.cards == 0) return;
  Batch batch(collection.store(), today);
  move_cards(batch, plan.moves);
  for (const SpreadPlan::OfDay& day : plan.days) batch.append({What::new_limit, 0, day_number(day.day), 0, {}, {}, {}, {}});
  batch.commit();
}

SpreadPlan plan_away(Collection& collection, const Today& today, const AwayDays& away) {
  Store& store = collection.store();
  const Reading reading(store.db());
  if (away.until < today.day) return {};
  constexpr int most_days = 14;
  const int count = std::min(static_cast<int>((away.until - away.from).count()) + 1, most_days);
  std::vector<AwayDays> all = away_days(collection);
  all.push_back(away);
  // Who is away already has what is overdue in front of them too.
  const Day first = away.from <= today.day ? Day{} : away.from;
  return spread(store, due_between(store, first, away.until), rooms_from(collection, away.until + days{1}, count, all), today.day);
}

}  // namespace ebb
