// Nothing is written before the new weights are judged: stopping at any time leaves all as it was.
#include "cli/schedule/optimize_collection.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/program/json_out.hpp"
#include "cli/schedule/optimizing.hpp"
#include "cli/schedule/reschedule_plan.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/schedule.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

AnswerLog answers_of(Collection& collection, const CardFilter& filter, const Today& today) {
  AnswerLog log;
  for_each_answer(collection, filter, today, [&log](const LoggedAnswer& answer) {
    log.add(static_cast<std::uint64_t>(answer.card.value), day_number(answer.day), grade_of(answer.quality));
  });
  return log;
}

FsrsWeights weights_in_force(const Parameters& parameters) {
  return fsrs_weights_from(parameters.weights).value_or(default_fsrs_weights());
}

void set_weights(const World& world, Collection& collection, const std::string& deck, const FsrsWeights& weights) {
  Parameters parameters;
  parameters.weights.assign(weights.begin(), weights.end());
  change_settings(collection, world.today(), deck, {{"weights", parameter_text(parameters, "weights")}});
  world.remember(collection);
}

std::string deck_words(const std::string& deck) {
  return deck.empty() ? "all decks" : one_line(deck);
}

// What became of the new weights.
std::string verdict(const Optimized& result, bool set, bool dry, const std::string& deck,
                    const Parameters& parameters) {
  if (result.training.reach == Reach::nothing) return "Nothing was changed.";
  if (!result.better) return "The weights of now foretell these answers as well or better; they were kept.";
  if (dry) return fmt::format("The new weights are better. Nothing was changed: this was --dry-run.");
  if (!set) return "Nothing was changed.";
  std::string text = fmt::format(
      "The new weights are better; they are set for {}. No due day moved. ebb undo takes it back.", deck_words(deck));
  if (parameters.scheduler != "fsrs")
    text += fmt::format("\n{} {} scheduled by {}, which has no weights: ebb deck set {} scheduler fsrs uses them.",
                        deck.empty() ? "Decks are" : one_line(deck), deck.empty() ? "by default" : "is",
                        parameters.scheduler, deck.empty() ? "--all" : "\"" + one_line(deck) + "\"");
  return text;
}

bool move_cards(const World& world, Collection& collection, const CardFilter& filter, JsonObject& json) {
  const MovePlan plan = move_plan(collection, filter, world.today());
  const bool moved = move_after_asking(world, collection, plan);
  json.raw("moves", move_plan_json(plan, moved).str());
  return moved;
}

}  // namespace

int optimize_collection(const World& world, const Arguments& arguments) {
  const bool dry = arguments.has("--dry-run");
  Collection collection = world.open(dry ? Purpose::read : Purpose::write);
  CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  if (!filter.deck().empty()) filter = filter.with_deck(deck_called(collection, filter.deck()));
  const Parameters parameters = parameters_of(collection, filter.deck());
  const AnswerLog log = answers_of(collection, filter, world.today());
  if (log.size() == 0) throw Error(Exit::no, "There are no answers to learn from: review first.");
  const Optimized result = optimize(world, log, weights_in_force(parameters),
                                    static_cast<int>(parameters.relearning.size()), arguments.has("--evaluate"));
  const bool set = result.better && !dry;
  if (set) set_weights(world, collection, filter.deck(), result.training.weights);
  JsonObject json = optimized_json(result);
  json.text_or_null("deck", filter.deck()).flag("better", result.better).flag("set", set);
  if (!world.globals.json) {
    std::cout << optimized_text(result) << '\n'
              << world.placed(verdict(result, set, dry, filter.deck(), parameters)) << '\n'
              << std::flush;
  }
  if (arguments.has("--reschedule") && !dry)
    move_cards(world, collection, filter, json);
  else
    json.null("moves");
  if (world.globals.json) print_json(json);
  return 0;
}

}  // namespace ebb
