// ebb sim: your cards and your way to answer, days or years ahead.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/program/commands.hpp"
#include "cli/schedule/sim_output.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr int usual_days = 90, usual_days_of_advice = 365;

constexpr Option options[] = {
    {"--days", "N", "how many days; 90, and 365 for --advise"},
    {"--scheduler", "NAME", "sm2, fsrs or anki, instead of what the decks have"},
    {"--retention", "R", "fsrs: the chance to remember at which a card comes back"},
    {"--params", "FILE", "weights, as a JSON array of 21, 19 or 17 numbers"},
    {"--steps", "\"1m 10m\"", "learning steps"},
    {"--relearning", "\"10m\"", "relearning steps"},
    {"--longest", "DAYS", "no interval is longer"},
    {"--new", "N", "new cards a day"},
    {"--limit", "N", "reviews a day at most, new cards not counted"},
    {"--compare", "\"KEY VALUE\"", "one more run with this setting, beside the others; also new and limit"},
    {"--advise", "", "which retention costs the least work for each card remembered"},
    {"--seed", "N", "other luck"},
    deck_option,
};

// 0 unless all decks are scheduled by FSRS at one retention.
double retention_in_force(const SimulatedCollection& cards) {
  const auto& settings = cards.settings();
  const double retention = settings.front().retention;
  const bool one = std::all_of(settings.begin(), settings.end(), [&](const Parameters& parameters) {
    return parameters.scheduler == "fsrs" && parameters.retention >= retention && parameters.retention <= retention;
  });
  return one ? retention : 0;
}

int advise(const World& world, const SimulatedCollection& cards, const Arguments& arguments) {
  if (arguments.has("--compare") || arguments.has("--retention"))
    throw Error(Exit::usage, "--advise tries every retention itself; leave --compare and --retention away.");
  const SimulationPlan plan = variants_asked(cards, arguments, usual_days_of_advice).front().plan;
  const RetentionAdvice advice = advise_retention(plan);
  const double now = retention_in_force(cards);
  if (world.globals.json)
    std::cout << advice_json(advice, plan, now) << '\n';
  else
    std::cout << advice_text(advice, plan, now, looks_of(world));
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  const CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  Collection collection = world.open(Purpose::read);
  const SimulatedCollection cards(collection, filter, world.today());
  if (cards.begun() + cards.fresh() == 0) throw Error(Exit::no, "No card matches, so there is nothing to simulate.");
  if (arguments.has("--advise")) return advise(world, cards, arguments);
  const std::vector<SimulatedVariant> variants = variants_asked(cards, arguments, usual_days);
  std::vector<PlayedVariant> played;
  for (const SimulatedVariant& variant : variants)
    played.push_back({variant.name, &variant.plan, simulate(variant.plan)});
  if (world.globals.json)
    std::cout << sim_json(played) << '\n';
  else
    std::cout << sim_text(played, looks_of(world));
  return 0;
}

}  // namespace

const Command sim_command{
    .name = "sim",
    .aliases = "",
    .usage = "[FILTER…]",
    .summary = "the days to come, simulated; which retention to take",
    .examples =
        "ebb sim                                     reviews and minutes a day, for 90 days\n"
        "ebb sim -d spanish --new 20 --days 365      twenty new cards a day, for a year\n"
        "ebb sim --compare \"retention 0.8\" --compare \"scheduler sm2\"    side by side\n"
        "ebb sim --advise                            the retention with the least work for each card remembered\n",
    .options = options,
    .run = run,
};

}  // namespace ebb
