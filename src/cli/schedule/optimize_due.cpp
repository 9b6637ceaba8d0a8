// When to optimise again: weights change little until the log has grown a good deal.
#include <fmt/format.h>

#include <iostream>

#include "cli/program/json_out.hpp"
#include "cli/schedule/optimize_collection.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/store/log.hpp"
#include "ebb/store/schedule.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

constexpr std::int64_t enough = 400;
constexpr int month = 30;

std::int64_t answers_of(Collection& collection, const CardFilter& filter, const Today& today) {
  std::int64_t count = 0;
  for_each_answer(collection, filter, today, [&count](const LoggedAnswer&) { ++count; });
  return count;
}

// Whether the deck, or the one it takes them from, has weights of its own; else the log need not be read.
std::string origin_of_weights(Collection& collection, const std::string& deck) {
  for (const DeckSetting& setting : deck_settings(collection, deck))
    if (setting.key == "weights") return setting.origin;
  return "built in";
}

// Walks back through the log to the entry that set the weights.
Growth growth_of(Collection& collection, const CardFilter& filter, const Today& today) {
  Growth growth;
  growth.answers = answers_of(collection, filter, today);
  const std::string origin = origin_of_weights(collection, filter.deck());
  if (origin == "built in") return growth;
  std::int64_t since = 0;
  for_each_entry(collection, [&](const LogLine& line) {
    if (line.undone) return true;
    since += line.what == "review" && line.kind == "answer";
    if (line.what != "deck.set" || line.detail.rfind(origin + ": weights ", 0) != 0) return true;
    growth.since = since;
    growth.days = static_cast<int>((today.now - line.at) / std::chrono::hours{24});
    return false;
  });
  return growth;
}

std::string why(const Growth& growth, bool worth) {
  const std::string answers = counted(growth.answers, "answer");
  if (!growth.since)
    return worth ? fmt::format("Worth it: {} and no weights of your own yet. Type: ebb optimize", answers)
                 : fmt::format("Not yet: {}; from {} on it pays.", answers, with_commas(enough));
  const std::string grown =
      fmt::format("{} since the weights were set {} ago, {} in all", counted(*growth.since, "answer"),
                  days_text(growth.days), with_commas(growth.answers));
  return worth ? fmt::format("Worth it: {}. Type: ebb optimize", grown) : fmt::format("Not yet: {}.", grown);
}

}  // namespace

bool worth_optimizing(const Growth& growth) {
  if (!growth.since) return growth.answers >= enough;
  const std::int64_t before = growth.answers - *growth.since;
  if (growth.answers < enough) return false;
  return *growth.since >= before || (*growth.since * 5 >= before && growth.days >= month);
}

int optimize_due(const World& world, const Arguments& arguments) {
  Collection collection = world.open(Purpose::read);
  CardFilter filter = given_filter(world, arguments.words, arguments.value("--deck"));
  if (!filter.deck().empty()) filter = filter.with_deck(deck_called(collection, filter.deck()));
  const Growth growth = growth_of(collection, filter, world.today());
  const bool worth = worth_optimizing(growth);
  if (world.globals.json) {
    JsonObject object = json_result();
    object.flag("due", worth).number("answers", growth.answers);
    growth.since ? object.number("since", *growth.since).number("days", growth.days)
                 : object.null("since").null("days");
    print_json(object);
  } else {
    std::cout << world.placed(why(growth, worth)) << '\n';
  }
  return worth ? 0 : 1;
}

}  // namespace ebb
