// Builds the objects of cards.
#include "cli/cards/card_json.hpp"

#include "cli/schedule/why_lines.hpp"
#include "ebb/store/futures.hpp"

namespace ebb {
namespace {

// Hundredths as JSON has them: 236 is 2.36.
double ease_number(int ease) {
  return ease / 100.0;
}

// FSRS's state, to the last digit; null under another scheduler.
void add_state(JsonObject& object, const Memory& memory) {
  memory.stability > 0 ? object.number("stability", memory.stability).number("difficulty", memory.difficulty)
                       : object.null("stability").null("difficulty");
}

JsonObject step_json(const ExplainedStep& step) {
  JsonObject object;
  object.text("day", iso_date(step.day))
      .number("grade", static_cast<int>(grade_of(step.quality)))
      .number("quality", static_cast<int>(step.quality))
      .text("what", step.what)
      .number("repetitions", step.after.repetitions)
      .number("interval", step.after.interval)
      .number("ease", ease_number(step.after.ease));
  add_state(object, step.after);
  add_day(object, "due", step.after.due);
  return object.number("days_late", step.days_late);
}

}  // namespace

void add_day(JsonObject& object, std::string_view key, std::optional<Day> day) {
  day ? object.text(key, iso_date(*day)) : object.null(key);
}

JsonObject card_json(const CardView& card, Day today) {
  const Memory& memory = card.memory;
  JsonObject object;
  object.text("id", card.id)
      .text("note", card.id.substr(0, card.id.find('.')))
      .number("ordinal", card.card.ordinal())
      .text("deck", card.deck)
      .raw("tags", json_texts(card.tags))
      .text("question", card.question)
      .text("answer", card.answer)
      .text("state", state_name(memory, today))
      .flag("suspended", card.suspended)
      .flag("buried", card.buried)
      .flag("marked", card.marked)
      .flag("orphan", card.orphan);
  add_day(object, "due", memory.due);
  const bool fresh = memory.reviews == 0;
  fresh ? object.null("interval").null("ease")
        : object.number("interval", memory.interval).number("ease", ease_number(memory.ease));
  add_state(object, memory);
  object.number("reps", memory.reviews).number("lapses", memory.lapses);
  return object;
}

JsonObject future_json(const GradeKey& key, const Memory& after, Day today) {
  JsonObject object;
  object.number("grade", key.number).text("name", key.name).number("quality", static_cast<int>(key.quality));
  add_day(object, "due", after.due);
  object.number("interval", after.interval).number("ease", ease_number(after.ease));
  add_state(object, after);
  return object.number("wait_ms", std::chrono::milliseconds{after.wait}.count())
      .flag("again_today", drills_on(after, today));
}

void add_why(JsonObject& object, Collection& collection, const CardView& card, const Today& today) {
  std::vector<std::string> steps, grades;
  for (const ExplainedStep& step : explained_life(collection, card.card)) steps.push_back(step_json(step).str());
  const Futures futures = futures_of(collection, card.card, today.day);
  for (const GradeKey& key : grade_keys(4))
    grades.push_back(future_json(key, futures.outlook[static_cast<std::size_t>(key.quality)], today.day).str());
  object.text("card", card.id).text("question", card.question).text("deck", card.deck);
  object.text("scheduler", futures.scheduler->name());
  add_day(object, "due", card.memory.due);
  object.raw("steps", json_array(steps)).raw("grades", json_array(grades));
}

}  // namespace ebb
