// Builds the object of the day's counts.
#include "cli/review/due_json.hpp"

#include "cli/review/due_words.hpp"

namespace ebb {

JsonObject due_json(const World& world, const Counts& counts) {
  std::vector<std::string> decks;
  for (const DeckCounts& deck : counts.decks)
    decks.push_back(JsonObject()
                        .text("deck", deck.name)
                        .number("due", deck.due)
                        .number("new", deck.fresh)
                        .number("learning", deck.drill)
                        .number("deferred", deck.deferred)
                        .str());
  JsonObject object = json_result();
  object.text("today", iso_date(world.today().day))
      .number("due", counts.due)
      .number("new", counts.fresh)
      .number("learning", counts.drill)
      .number("deferred", counts.deferred + counts.new_left_out)
      .number("deferred_reviews", counts.deferred)
      .number("overdue", counts.overdue)
      .number("eta_ms", std::int64_t{time_to_go(counts).count()})
      .number("reviewed_today", counts.reviewed_today)
      .number("new_today", counts.new_today)
      .number("new_limit", counts.new_limit);
  if (counts.next_day) {
    object.raw("next", JsonObject()
                           .text("day", iso_date(*counts.next_day))
                           .text("at", iso_time(world.calendar().start_of(*counts.next_day)))
                           .number("cards", counts.next_cards)
                           .str());
  } else {
    object.null("next");
  }
  return object.raw("decks", json_array(decks));
}

std::string tags_json(const std::vector<DeckCounts>& tags) {
  std::vector<std::string> list;
  for (const DeckCounts& tag : tags)
    list.push_back(JsonObject().text("tag", tag.name).number("due", tag.due).number("new", tag.fresh).number("learning", tag.drill).str());
  return json_array(list);
}

std::string forecast_json(Day today, const std::vector<int>& cards) {
  std::vector<std::string> list;
  for (std::size_t i = 0; i < cards.size(); ++i)
    list.push_back(JsonObject()
                       .text("day", iso_date(today + std::chrono::days{static_cast<int>(i)}))
                       .number("cards", cards[i])
                       .str());
  return json_array(list);
}

}  // namespace ebb
