// Moving due days to where the scheduler of now would have put them, and reading the answers for those who learn from them.
#include "ebb/store/schedule.hpp"

#include <algorithm>

#include "store/fold/card_events.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"
#include "store/fold/standing.hpp"
#include "store/log/batch.hpp"
#include "store/study/moving.hpp"
#include "store/study/queue.hpp"

namespace ebb {
namespace {

// The due day of the last answer under the scheduler of now, chosen as it would have been.
std::optional<Day> due_now(Store& store, CardId card, std::int64_t par, const DayChoice& choice, const Today& today) {
  const Memory memory = fold_anew(store, card, par);
  if (memory.step > 0 || !memory.last || !memory.due || drills_on(memory, today.day)) return {};
  const int interval = static_cast<int>((*memory.due - *memory.last).count());
  return std::max(chosen_due(store.scheduler(par), memory, interval, today.day, choice), today.day);
}

// How many cards are due on each day, the moves that are planned already included.
class DayLoad {
 public:
  explicit DayLoad(Store& store) {
    Statement& find = store.sql("SELECT due, count(*) FROM card WHERE due BETWEEN 0 AND 999999 GROUP BY due");
    while (find.step()) cards_[day_from_number(static_cast<int>(find.number(0)))] = static_cast<int>(find.number(1));
  }
  int on(Day day) const {
    const auto found = cards_.find(day);
    return found == cards_.end() ? 0 : found->second;
  }
  void move(Day from, Day to) { --cards_[from], ++cards_[to]; }

 private:
  std::map<Day, int> cards_;
};

// A card that is overdue stays so: moving it to today would only hide how late it is.
bool moves(const Memory& memory, Day due, Day today) {
  return due != *memory.due && !(due <= today && *memory.due <= today);
}

}  // namespace

void for_each_answer(Collection& collection, const CardFilter& filter, const Today& today,
                     const std::function<void(const LoggedAnswer&)>& visit) {
  Store& store = collection.store();
  CardSieve sieve(store, filter, today);
  std::map<std::int64_t, bool> passes;
  Statement reviews(store.db(),
                    "SELECT review.id, card, day, grade, ms FROM review JOIN device ON device.dev = review.id >> 40"
                    " WHERE kind = 0 ORDER BY hlc, device.id, review.id");
  const bool any_dead = store.db().number("SELECT EXISTS(SELECT 1 FROM dead)") != 0;
  while (reviews.step()) {
    const CardId card{reviews.number(1)};
    if (any_dead && !is_live(store, EntryId{reviews.number(0)})) continue;
    if (!sieve.open()) {
      const auto [found, first] = passes.try_emplace(card.value, false);
      if (first) found->second = sieve.passes(card);
      if (!found->second) continue;
    }
    visit({card, day_from_number(static_cast<int>(reviews.number(2))), static_cast<Quality>(reviews.number(3)),
           Millis{reviews.number(4)}});
  }
}

std::vector<Move> plan_moves(Collection& collection, const CardFilter& filter, const Today& today) {
  Store& store = collection.store();
  const Reading reading(store.db());
  CardSieve sieve(store, filter, today);
  std::vector<Move> moved;
  DayLoad load(store);
  Statement cards(store.db(), "SELECT id FROM card WHERE due BETWEEN 0 AND 999999 ORDER BY id");
  while (cards.step()) {
    const CardId card{cards.number(0)};
    const std::int64_t par = sieve.passes(card) ? par_of_note(store, card.note()) : -1;
    const std::optional<CardRow> row = par >= 0 ? read_card(store, card) : std::nullopt;
    if (!row || !row->memory.due) continue;
    DayChoice choice = day_choice(store, card, store.scheduler(par).parameters());
    if (choice.due_on) choice.due_on = [&](Day day) { return load.on(day); };
    const std::optional<Day> due = due_now(store, card, par, choice, today);
    if (!due || !moves(row->memory, *due, today.day)) continue;
    moved.push_back({card, *row->memory.due, *due});
    load.move(*row->memory.due, *due);
  }
  return moved;
}

void reschedule(Collection& collection, const Today& today, const std::vector<Move>& moves) {
  if (moves.empty()) return;
  Batch batch(collection.store(), today);
  move_cards(batch, moves);
  batch.commit();
}

void move_cards(Batch& batch, const std::vector<Move>& moves) {
  Store& store = batch.store();
  for (const Move& move : moves) {
    // Planned before the batch began: what was answered since, in another terminal, has a day of its own now.
    const auto row = read_card(store, move.card);
    if (!row || row->memory.due != std::optional(move.from)) continue;
    const std::string more = move_text(store, parameters_for(batch, move.card.note()));
    batch.append_to_note(move.card.note(), {What::card_due, 0, move.card.ordinal(), day_number(move.due), {}, {}, {}, more});
    refold_card(store, move.card);
  }
}

}  // namespace ebb
