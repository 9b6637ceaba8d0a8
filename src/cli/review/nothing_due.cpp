// The three messages of an empty queue, and when cards come back.
#include "cli/review/nothing_due.hpp"

#include <fmt/format.h>

#include "ebb/core/words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string when_text(const World& world, Day day) {
  const Today today = world.today();
  const auto days = (day - today.day).count();
  const std::string clock = local_time(world.calendar().start_of(day)).substr(11);
  if (days == 1) return "tomorrow at " + clock;
  return fmt::format("on {} at {}, in {}", iso_date(day), clock, days_text(static_cast<int>(days)));
}

bool matches_any(Collection& collection, const CardFilter& filter, const Today& today) {
  bool any = false;
  const auto take = [&](const CardView&) {
    any = true;
    return false;
  };
  for_each_card(collection, filter, today, take, {.id = false, .text = false, .schedule = false});
  return any;
}

// A bare word that finds no card but names a deck.
std::string deck_meant(Collection& collection, const CardFilter& filter, const Today& today) {
  for (const std::string& word : filter.words()) {
    const CardFilter deck = CardFilter::in_deck(word);
    if (!matches_any(collection, deck, today)) continue;
    const Counts there = counts(collection, deck, today);
    return fmt::format("No card says {0}; deck:{0} has {1} due.", one_line(word),
                       there.due + there.drill + there.fresh);
  }
  return {};
}

}  // namespace

std::string next_text(const World& world, const Counts& counts) {
  if (!counts.next_day || counts.next_cards == 0) return {};
  return fmt::format("Next: {} {}.", counted(counts.next_cards, "card"), when_text(world, *counts.next_day));
}

std::string no_match(const World& world, Collection& collection, const CardFilter& filter) {
  const std::string meant = deck_meant(collection, filter, world.today());
  if (!meant.empty()) return meant;
  const std::string deck = filter.deck();
  if (!deck.empty() && !matches_any(collection, CardFilter::in_deck(deck), world.today()))
    return fmt::format("No card matches: there is no deck {} with cards. All decks: {} deck list", one_line(deck), world.ebb());
  return "No card matches.";
}

std::string nothing_due(const World& world, Collection& collection, const CardFilter& filter, const Counts& counts) {
  const Today today = world.today();
  if (!matches_any(collection, {}, today)) return world.placed(no_cards_yet);
  if (!filter.empty() && !matches_any(collection, filter, today)) {
    const std::string meant = deck_meant(collection, filter, today);
    return meant.empty() ? "No card matches. See what there is: " + world.ebb() + " list" : meant;
  }
  if (counts.due + counts.fresh + counts.drill > 0)
    return fmt::format(
        "Nothing left to draw: {} being reviewed in another terminal.",
        counts.due + counts.fresh + counts.drill == 1 ? "the card that is due is" : "the cards that are due are");
  std::string text = counts.reviewed_today > 0 ? "All done for today." : "Nothing due.";
  if (const std::string next = next_text(world, counts); !next.empty()) text += " " + next;
  if (counts.deferred > 0)
    text += fmt::format("\n{} deferred: today's limit of reviews is reached. To answer more: {} review --reviews N",
                        with_commas(counts.deferred), world.ebb());
  if (counts.new_left_out > 0)
    text += fmt::format("\n{} beyond today's limit of {}. To begin more today: {} review --new {}",
                        counted(counts.new_left_out, "new card"), counts.new_limit, world.ebb(), counts.new_today + 10);
  return text;
}

std::optional<Collection> open_if_any(const World& world, Purpose purpose) {
  const bool named = !world.globals.db.empty() || environment("EBB_DB");
  if (!named && !world.has_collection()) return {};
  return world.open(purpose);
}

}  // namespace ebb
