// Reading cards and answers once; a card's true memory is FSRS over its answers, whatever schedules it.
#include "cli/schedule/sim_cards.hpp"

#include <algorithm>
#include <unordered_map>

#include "cli/schedule/trace_parameters.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/schedule.hpp"

namespace ebb {
namespace {

// Of a card whose life is not in the log from its beginning: what its schedule says of it.
FsrsState state_of_schedule(const FsrsWeights& weights, const Memory& memory) {
  if (memory.stability > 0) return {memory.stability, memory.difficulty};
  return fsrs_state_from_sm2(weights, std::max(memory.interval, 1), memory.ease / 100.0);
}

}  // namespace

SimulatedCollection::SimulatedCollection(Collection& collection, const CardFilter& filter, const Today& today)
    : today_(today.day) {
  const Counts now = counts(collection, {}, today);
  new_limit_ = now.new_limit;
  begun_today_ = now.new_today;
  read_cards(collection, filter, today);
  read_answers(collection, today);
}

std::size_t SimulatedCollection::settings_of(Collection& collection, const std::string& deck) {
  const auto known = std::find(decks_.begin(), decks_.end(), deck);
  if (known != decks_.end()) return settings_of_deck_[static_cast<std::size_t>(known - decks_.begin())];
  const Parameters parameters = parameters_of(collection, deck);
  const auto same = std::find(settings_.begin(), settings_.end(), parameters);
  decks_.push_back(deck);
  settings_of_deck_.push_back(static_cast<std::size_t>(same - settings_.begin()));
  if (same == settings_.end()) settings_.push_back(parameters);
  return settings_of_deck_.back();
}

void SimulatedCollection::read_cards(Collection& collection, const CardFilter& filter, const Today& today) {
  struct Read {
    std::int64_t id;
    std::string deck;
    Memory memory;
  };
  std::vector<Read> cards;
  for_each_card(collection, filter, today, [&](const CardView& view) {
    if (!view.suspended) cards.push_back({view.card.value, view.deck, view.memory});
    return true;
  });
  for (Read& card : cards) {
    const std::size_t settings = settings_of(collection, card.deck);
    Memory& memory = card.memory;
    if (!memory.due) {
      fresh_.push_back(settings);
      continue;
    }
    if (!memory.last) memory.last = *memory.due - std::chrono::days{memory.interval};
    begun_.push_back({card.id, settings, memory, {}});
  }
}

void SimulatedCollection::read_answers(Collection& collection, const Today& today) {
  std::unordered_map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < begun_.size(); ++i) places.emplace(begun_[i].id, i);
  HabitCounter counter;
  for_each_answer(collection, {}, today, [&](const LoggedAnswer& answer) {
    counter.add(answer.card.value, answer.day, grade_of(answer.quality), answer.took);
    const auto place = places.find(answer.card.value);
    if (place != places.end()) begun_[place->second].answers.push_back({answer.day, answer.quality});
  });
  habits_ = counter.habits();
}

SimulatedCard SimulatedCollection::card_under(const Begun& begun, const SimulatedRule& rule) const {
  SimulatedCard card;
  card.seed = static_cast<std::uint64_t>(begun.id);
  card.memory = begun.memory;
  card.state = state_of_schedule(rule.weights, begun.memory);
  const bool whole_life = static_cast<int>(begun.answers.size()) == begun.memory.reviews;
  if (whole_life) {
    Memory memory;
    Day last = today_;
    for (const Answered& answer : begun.answers) {
      const Grade grade = grade_of(answer.quality);
      const bool first = memory.reviews == 0;
      const int days = first ? 0 : static_cast<int>(std::max<std::int64_t>((answer.day - last).count(), 0));
      card.state =
          first ? first_fsrs_state(rule.weights, grade) : next_fsrs_state(rule.weights, card.state, grade, days);
      memory = rule.scheduler->answer(memory, answer.quality, answer.day);
      last = first ? answer.day : std::max(last, answer.day);
    }
    memory.due = begun.memory.due;  // no due day moves when a scheduler changes
    memory.last = begun.memory.last;
    card.memory = memory;
  }
  if (rule.scheduler->name() == "fsrs") {
    card.memory.stability = card.state.stability;
    card.memory.difficulty = card.state.difficulty;
  }
  return card;
}

SimulationPlan SimulatedCollection::plan(const std::function<Parameters(Parameters)>& change) const {
  SimulationPlan plan;
  plan.today = today_;
  for (const Parameters& settings : settings_) {
    const Parameters parameters = change(settings);
    plan.rules.push_back(
        {scheduler_called(parameters), fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights())});
  }
  for (const Begun& begun : begun_) {
    plan.cards.push_back(card_under(begun, plan.rules[begun.settings]));
    plan.cards.back().rule = begun.settings;
  }
  plan.fresh = fresh_;
  plan.new_limit = new_limit_;
  plan.begun_today = begun_today_;
  plan.habits = habits_;
  return plan;
}

}  // namespace ebb
