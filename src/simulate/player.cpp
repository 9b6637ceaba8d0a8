// One day after the other: who is due is met, then new cards within the limit.
#include "simulate/player.hpp"

#include <algorithm>

namespace ebb {
namespace {

using std::chrono::days;

constexpr int most_repeats = 20;       // of one card on one day
constexpr int beyond_the_end = 40000;  // due days are counted further than cards are met: longer than any interval

}  // namespace

Player::Player(const SimulationPlan& plan) : plan_(plan), cards_(plan.cards) {
  for (const SimulatedRule& rule : plan.rules) {
    const Parameters& asked = rule.scheduler->parameters();
    const FsrsWeights own = fsrs_weights_from(asked.weights).value_or(default_fsrs_weights());
    const bool easy_days =
        std::any_of(asked.weekdays.begin(), asked.weekdays.end(), [](int share) { return share != 100; });
    rules_.push_back({rule.scheduler.get(), rule.weights, ForgettingCurve(rule.weights),
                      rule.scheduler->name() == "fsrs" && own == rule.weights,
                      (rule.scheduler->spreads() && (asked.fuzz || easy_days)) || asked.exam.has_value()});
  }
  const std::size_t most = cards_.size() + plan.fresh.size();
  cards_.reserve(most);
  luck_.reserve(most);
  calendar_.resize(static_cast<std::size_t>(std::max(plan.days, 0)));
  due_.resize(calendar_.size() + static_cast<std::size_t>(beyond_the_end));
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    luck_.emplace_back(plan.seed, i);
    last_.push_back(static_cast<int>((*cards_[i].memory.last - plan.today).count()));
    per_stability_.push_back(1 / cards_[i].state.stability);
    rule_.push_back(static_cast<std::uint32_t>(cards_[i].rule));
    put_in_calendar(i, 0);
  }
  if (!calendar_.empty())  // the longest overdue first, as in a queue
    std::stable_sort(calendar_[0].begin(), calendar_[0].end(),
                     [&](auto a, auto b) { return *cards_[a].memory.due < *cards_[b].memory.due; });
}

void Player::put_in_calendar(std::size_t card, int from) {
  const auto due =
      static_cast<std::size_t>(std::max(static_cast<int>((*cards_[card].memory.due - plan_.today).count()), from));
  if (due < due_.size()) ++due_[due];
  if (due < calendar_.size()) calendar_[due].push_back(static_cast<std::uint32_t>(card));
}

void Player::place(SimulatedCard& card, Day day) {
  Memory& memory = card.memory;
  const Rule& rule = rules_[card.rule];
  if (memory.step > 0 || *memory.due <= day) return;
  const Parameters& asked = rule.scheduler->parameters();
  DayChoice choice{card.seed, {}};
  if (asked.balance)
    choice.due_on = [this](Day on) {
      const auto offset = (on - plan_.today).count();
      return offset >= 0 && offset < static_cast<std::int64_t>(due_.size()) ? due_[static_cast<std::size_t>(offset)]
                                                                            : 0;
    };
  const Day due = chosen_due(*rule.scheduler, memory, static_cast<int>((*memory.due - day).count()), day, choice);
  if (due != *memory.due) rule.scheduler->place(memory, due);
}

void Player::answer(std::size_t number, Grade grade, Day day, bool fresh) {
  SimulatedCard& card = cards_[number];
  const Rule& rule = rules_[card.rule];
  const int elapsed = fresh ? 0 : static_cast<int>((day - *card.memory.last).count());
  const bool drill = !fresh && elapsed == 0;
  const Memory before = drill ? card.memory : Memory{};
  card.memory = rule.scheduler->answer(card.memory, quality_of(grade), day);
  if (rule.is_truth)
    card.state = {card.memory.stability, card.memory.difficulty};
  else
    card.state =
        fresh ? first_fsrs_state(rule.weights, grade) : next_fsrs_state(rule.weights, card.state, grade, elapsed);
  // What the answer left as it was, a drill of SM-2, stays where it was.
  const bool moved = !drill || before.due != card.memory.due || before.interval != card.memory.interval;
  if (rule.chooses && moved) place(card, day);
}

void Player::meet(std::size_t number, Kind kind, SimulatedDay& today) {
  SimulatedCard& card = cards_[number];
  Luck& luck = luck_[number];
  const Habits& habits = plan_.habits;
  const bool fresh = kind == Kind::first;
  Grade grade = Grade::again;
  if (fresh) {
    grade = static_cast<Grade>(luck.choose(habits.first) + 1);
  } else {
    const double elapsed = static_cast<double>((today.day - *card.memory.last).count());
    const double recall = rules_[card.rule].curve.at(elapsed * per_stability_[number]);
    const bool known = luck.draw() < recall;
    const std::size_t among_passing = luck.choose(habits.recalled);
    if (known) grade = static_cast<Grade>(among_passing + 2);
    today.forgotten += !known;
  }
  (fresh ? today.fresh : today.reviews) += 1;
  answer(number, grade, today.day, fresh);
  today.seconds += (fresh ? habits.learning_seconds : habits.review_seconds)[static_cast<std::size_t>(grade) - 1];
  int repeats = 0;
  while (drills_on(card.memory, today.day) && ++repeats <= most_repeats) {
    const auto after = std::min<std::size_t>(static_cast<std::size_t>(grade) - 1, 2);
    grade = static_cast<Grade>(luck.choose((fresh ? habits.learning : habits.relearning)[after]) + 1);
    answer(number, grade, today.day, false);
    today.seconds += (fresh ? habits.learning_seconds : habits.relearning_seconds)[static_cast<std::size_t>(grade) - 1];
  }
  today.answers += 1 + std::min(repeats, most_repeats);
  const int offset = static_cast<int>((today.day - plan_.today).count());
  last_[number] = offset;
  per_stability_[number] = 1 / card.state.stability;
  put_in_calendar(number, offset + 1);
}

bool Player::begins_new(const SimulatedDay& today) const {
  const int limit = today.day == plan_.today ? plan_.new_limit - plan_.begun_today : plan_.new_limit;
  return next_fresh_ < plan_.fresh.size() && today.fresh < limit;
}

void Player::begin_new(SimulatedDay& today) {
  const std::size_t number = cards_.size();
  SimulatedCard card;
  card.rule = plan_.fresh[next_fresh_];
  card.seed = mixed(plan_.seed ^ mixed(~next_fresh_));
  // Not by its place among the cards: a new card's luck is the same however many were begun before.
  luck_.emplace_back(plan_.seed, ~next_fresh_++);
  cards_.push_back(card);
  last_.push_back(0);
  per_stability_.push_back(0);
  rule_.push_back(static_cast<std::uint32_t>(card.rule));
  meet(number, Kind::first, today);
}

double Player::remembered(int offset) const {
  double sum = 0;
  for (std::size_t i = 0; i < last_.size(); ++i)
    sum += rules_[rule_[i]].curve.at(static_cast<double>(offset - last_[i]) * per_stability_[i]);
  return sum;
}

SimulatedDay Player::play(int offset) {
  SimulatedDay today;
  today.day = plan_.today + days{offset};
  const auto place = static_cast<std::size_t>(offset);
  const std::vector<std::uint32_t> due = std::move(calendar_[place]);
  const std::size_t room =
      plan_.review_limit ? std::min(due.size(), static_cast<std::size_t>(*plan_.review_limit)) : due.size();
  for (std::size_t i = 0; i < room; ++i) meet(due[i], Kind::review, today);
  while (begins_new(today)) begin_new(today);
  today.left = static_cast<int>(due.size() - room);
  if (place + 1 < calendar_.size()) {  // the rest stands before what is due tomorrow
    auto& tomorrow = calendar_[place + 1];
    tomorrow.insert(tomorrow.begin(), due.begin() + static_cast<std::ptrdiff_t>(room), due.end());
    due_[place + 1] += today.left;
  }
  today.remembered = remembered(offset);
  today.begun = static_cast<int>(cards_.size());
  return today;
}

}  // namespace ebb
