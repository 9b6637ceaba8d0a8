// Builds the objects of cards.
#include "cli/card_json.hpp"

#include "cli/why_lines.hpp"

namespace ebb {
namespace {

// Hundredths as JSON has them: 236 is 2.36.
double ease_number(int ease) {
  return ease / 100.0;
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
  memory.stability > 0 ? object.number("stability", memory.stability).number("difficulty", memory.difficulty)
                       : object.null("stability").null("difficulty");
  object.number("reps", memory.reviews).number("lapses", memory.lapses);
  return object;
}

JsonObject future_json(const GradeKey& key, const Memory& after, Day today) {
  JsonObject object;
  object.number("grade", key.number).text("name", key.name).number("quality", static_cast<int>(key.quality));
  add_day(object, "due", after.due);
  return object.number("interval", after.interval)
      .number("ease", ease_number(after.ease))
      .flag("again_today", drills_on(after, today));
}

void add_why(JsonObject& object, Collection& collection, const CardView& card, const Today& today) {
  std::vector<std::string> steps, grades;
  for (const ExplainedStep& step : explained_life(collection, card.card)) steps.push_back(step_json(step).str());
  const Outlook futures = outlook(scheduler_of(collection, card.card), card.memory, today.day);
  for (const GradeKey& key : grade_keys(4))
    grades.push_back(future_json(key, futures[static_cast<std::size_t>(key.quality)], today.day).str());
  object.text("card", card.id).text("question", card.question).text("deck", card.deck);
  add_day(object, "due", card.memory.due);
  object.raw("steps", json_array(steps)).raw("grades", json_array(grades));
}

}  // namespace ebb
