// Building today's queue: ids first, then the rules of a day - one card a note, limits, order.
#include "store/study/queue.hpp"

#include <algorithm>
#include <unordered_set>

#include "store/fold/fold.hpp"
#include "store/fold/note_marks.hpp"
#include "store/study/due_order.hpp"

namespace ebb {
namespace {

// The card of a note whose day has come, the first of them; nothing if there is none.
std::optional<CardId> due_card_of(Store& store, NoteId note, Day day) {
  Statement& find = store.sql(
      "SELECT id FROM card WHERE id BETWEEN ?1 << 10 AND (?1 << 10) + 1023 AND due BETWEEN 0 AND ?2 LIMIT 1");
  std::optional<CardId> card;
  if (find.bind(1, note.value).bind(2, day_number(day)).step()) card = CardId{find.number(0)};
  find.reset();
  return card;
}

class QueueBuilder {
 public:
  QueueBuilder(Store& store, const StudyOptions& options, const Today& today, Leases& leases)
      : store_(store), options_(options), today_(today), sieve_(store, options.filter, today), so_far_(store, today),
        limits_(store, today, options.rules, so_far_) {
    for (const NoteId note : leases.held()) hold(note);
  }

  TodaysQueue build() {
    add_due();
    add_new(room());
    add_drills();
    if (options_.limit && queue_.cards.size() > limit()) queue_.cards.resize(limit());
    queue_.limited = !limits_.only_new();
    queue_.answered = static_cast<int>(std::count_if(so_far_.cards().begin(), so_far_.cards().end(), [this](const auto& card) {
      return sieve_.open() || sieve_.passes(card.card);
    }));
    return std::move(queue_);
  }

  // New cards alone, without a look at the limits.
  std::vector<QueuedCard> new_ones(int room) {
    ignore_limits_ = true;
    add_new(room);
    return std::move(queue_.cards);
  }

 private:
  std::size_t limit() const { return static_cast<std::size_t>(*options_.limit); }

  // A card that another terminal shows, or keeps for later, has its place under the limits.
  void hold(NoteId note) {
    held_.insert(note.value);
    if (so_far_.seen(note)) return;
    const auto due = due_card_of(store_, note, today_.day);
    limits_.begun(due.value_or(card_of(note, 0)), !due);
  }

  // Whether the card may come today for all that its note's other cards are.
  bool alone(CardId card) {
    return options_.rules.siblings || (!so_far_.sibling_seen(card) && marks_.add(card.note()));
  }
  bool wanted(CardId card) {
    if (!sieve_.open() && !sieve_.passes(card)) return false;
    return (held_.empty() || !held_.contains(card.note().value)) && alone(card);
  }

  void add_due() {
    std::vector<QueuedCard> due;
    std::size_t overdue = 0;
    const int day = day_number(today_.day), until = day + options_.ahead;
    Statement& find = store_.sql(
        "SELECT id, due FROM card WHERE due BETWEEN 0 AND ?2 AND id NOT IN (SELECT card FROM buried WHERE day = ?1)"
        " ORDER BY due, id");
    find.bind(1, day).bind(2, until);
    while (find.step()) {
      const CardId card{find.number(0)};
      if (!wanted(card) || (find.number(1) > day && so_far_.answered(card))) continue;
      due.push_back({card, QueuedCard::Kind::due, {}});
      overdue += find.number(1) < day;
      if (stops_early() && due.size() >= limit()) break;
    }
    find.reset();
    queue_.overdue = static_cast<int>(overdue);
    put_in_order(store_, due, options_, today_, is_backlog(due.size(), overdue));
    for (const QueuedCard& card : due) {
      if (limits_.only_new() || limits_.admit(card.card, false)) queue_.cards.push_back(card);
      else queue_.held_back.push_back(card.card);
    }
    queue_.deferred = static_cast<int>(queue_.held_back.size());
  }

  // Only the order of the index lets the query stop before the last due card.
  bool stops_early() const {
    return options_.limit && options_.order == StudyOptions::Order::due && limits_.only_new();
  }

  int room() const {
    const int left = std::max(0, limits_.new_left());
    if (!options_.limit) return left;
    return queue_.cards.size() >= limit() ? 0 : std::min(left, static_cast<int>(limit() - queue_.cards.size()));
  }

  // In the order in which they were added: of a deck file, the order of the file.
  void add_new(int room) {
    Statement& fresh = store_.sql(
        "SELECT id FROM card WHERE due >= 1000000 AND id NOT IN (SELECT card FROM buried WHERE day = ?1) ORDER BY due, id");
    fresh.bind(1, day_number(today_.day));
    while (room > 0 && fresh.step()) {
      const CardId card{fresh.number(0)};
      if (!wanted(card) || !(ignore_limits_ || limits_.admit(card, true))) continue;
      queue_.cards.push_back({card, QueuedCard::Kind::fresh, {}});
      --room;
    }
    fresh.reset();
  }

  void add_drills() {
    std::vector<CardId> drills;
    Statement& find = store_.sql(
        "SELECT id FROM card WHERE drill = ?1 AND drill > 0 AND due IS NOT NULL"
        " AND id NOT IN (SELECT card FROM buried WHERE day = ?1) ORDER BY id");
    find.bind(1, day_number(today_.day));
    while (find.step())
      if (sieve_.open() || sieve_.passes(CardId{find.number(0)})) drills.push_back(CardId{find.number(0)});
    for (const CardId card : drills) queue_.cards.push_back({card, QueuedCard::Kind::drill, ready(card)});
  }

  // When a learning step is over; the epoch for a drill, which has no wait.
  Instant ready(CardId card) const {
    const auto row = read_card(store_, card);
    if (!row || row->memory.wait.count() == 0) return {};
    const auto reviews = live_reviews(store_, card);
    return reviews.empty() ? Instant{} : reviews.back().review.at + row->memory.wait;
  }

  Store& store_;
  const StudyOptions& options_;
  Today today_;
  CardSieve sieve_;
  DaySoFar so_far_;
  DayLimits limits_;
  NoteMarks marks_;
  std::unordered_set<std::int64_t> held_;
  bool ignore_limits_ = false;
  TodaysQueue queue_;
};

}  // namespace

std::vector<QueuedCard> new_cards_up_to(Store& store, const StudyOptions& options, const Today& today, Leases& leases, int room) {
  return QueueBuilder(store, options, today, leases).new_ones(room);
}

TodaysQueue todays_queue(Store& store, const StudyOptions& options, const Today& today, Leases& leases) {
  return QueueBuilder(store, options, today, leases).build();
}

bool review_allowed(Store& store, const DayRules& rules, const Today& today, Leases& leases, CardId card) {
  const DaySoFar so_far(store, today);
  DayLimits limits(store, today, rules, so_far);
  if (limits.only_new()) return true;
  for (const NoteId note : leases.held())
    if (const auto held = so_far.seen(note) ? std::nullopt : due_card_of(store, note, today.day)) limits.begun(*held, false);
  return limits.admit(card, false);
}

bool sibling_answered(Store& store, CardId card, Day day) {
  Statement& find = store.sql("SELECT 1 FROM card WHERE id BETWEEN ?1 << 10 AND (?1 << 10) + 1023 AND id <> ?2 AND last = ?3 AND reps > 0");
  const bool found = find.bind(1, card.note().value).bind(2, card.value).bind(3, day_number(day)).step();
  find.reset();
  return found;
}

int new_cards_begun(Store& store, Day day) {
  Statement& find = store.sql("SELECT ifnull(sum(n), 0) FROM tally WHERE day = ? AND band = 0");
  find.bind(1, day_number(day)).step();
  const int begun = static_cast<int>(find.number(0));
  find.reset();
  return begun;
}

}  // namespace ebb
