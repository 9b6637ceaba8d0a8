// Models by deck, chances to remember, and foretelling the log with them.
#include "cli/stats/card_models.hpp"

#include <algorithm>
#include <cmath>

#include "ebb/store/deck_settings.hpp"
#include "ebb/store/statistics.hpp"

namespace ebb {
namespace {

CardModel model_of(const Parameters& parameters) {
  if (parameters.scheduler != "fsrs") return {};
  return {true, fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights())};
}

}  // namespace

CardModels::CardModels(Collection& collection) {
  for (const NamedDeck& deck : decks_by_id(collection)) {
    const Parameters parameters = parameters_of(collection, deck.name);
    const CardModel model = model_of(parameters);
    leech_at_[deck.deck] = parameters.day.leech;
    const auto same = std::find(models_.begin(), models_.end(), model);
    by_deck_[deck.deck] = static_cast<std::size_t>(same - models_.begin());
    if (same == models_.end()) models_.push_back(model);
  }
  if (models_.empty()) models_.emplace_back();
}

std::size_t CardModels::index_of(DeckId deck) const {
  const auto found = by_deck_.find(deck);
  return found == by_deck_.end() ? 0 : found->second;
}

bool CardModels::is_leech(DeckId deck, int lapses) const {
  const auto found = leech_at_.find(deck);
  return ebb::is_leech(lapses, found == leech_at_.end() ? DayShare{}.leech : found->second);
}

std::optional<double> CardModels::recall(DeckId deck, const Memory& memory, Day day) const {
  if (memory.reviews == 0) return {};
  const Day last = memory.last.value_or(memory.due.value_or(day) - std::chrono::days{memory.interval});
  const double days = std::max(0, static_cast<int>((day - last).count()));
  const CardModel& model = models_[index_of(deck)];
  if (memory.stability > 0)
    return retrievability(model.fsrs ? model.weights : default_fsrs_weights(), days, memory.stability);
  return std::pow(0.9, days / std::max(memory.interval, 1));
}

ForetoldAnswers foretell(Collection& collection, const StatsAsked& asked, const Today& today, const DayRange& range) {
  const CardModels models(collection);
  std::map<NoteId, std::size_t> model_of_note;
  for_each_note(collection, [&](NoteId note, DeckId deck) {
    if (const std::size_t model = models.index_of(deck); model != 0) model_of_note[note] = model;
  });
  std::vector<AnswerLog> logs(models.models().size());
  for_each_counted_answer(collection, asked.filter, today, [&](const CountedAnswer& answer) {
    if (answer.cram || answer.day > range.until) return;
    const auto found = model_of_note.find(answer.card.note());
    logs[found == model_of_note.end() ? 0 : found->second].add(static_cast<std::uint64_t>(answer.card.value),
                                                               day_number(answer.day), grade_of(answer.quality));
  });
  ForetoldAnswers all;
  std::vector<Item> items;
  std::vector<double> chances;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    if (logs[i].size() == 0) continue;
    const Judge judge(logs[i]);
    const CardModel& model = models.models()[i];
    const std::vector<double> given = model.fsrs ? judge.fsrs(model.weights) : judge.sm2();
    for (std::size_t at = 0; at < given.size(); ++at) {
      const Item& item = judge.items()[at];
      if (day_from_number(logs[i].day()[item.answer]) < range.from) continue;
      items.push_back(item);
      chances.push_back(given[at]);
      all.answers.push_back({static_cast<int>(item.days), given[at], item.recalled});
    }
  }
  all.metrics = metrics_of(items, chances);
  return all;
}

}  // namespace ebb
