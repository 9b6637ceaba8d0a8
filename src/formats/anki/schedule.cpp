// Where Anki's numbers mean something else than they seem to: due days, two kinds of intervals, difficulty in `factor`.
#include "formats/anki/schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "ebb/core/parameters.hpp"
#include "ebb/text/json_text.hpp"
#include "formats/json/members.hpp"
#include "formats/json/values.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;
constexpr std::int64_t most_count = 1000000;
constexpr std::int64_t longest_answer_ms = std::int64_t{24} * 3600 * 1000;

int clamped(std::int64_t number, std::int64_t least, std::int64_t most) {
  return static_cast<int>(std::clamp(number, least, most));
}

double number_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number()) return 0;
  const double value = found->get<double>();
  return std::isfinite(value) ? value : 0;
}

// In a filtered deck the day at home is kept beside.
std::int64_t due_number(const AnkiCard& card) {
  return card.home_deck != 0 && card.home_due != 0 ? card.home_due : card.due;
}

Day due_day(const AnkiCard& card, const AnkiCalendar& calendar) {
  const std::int64_t number = due_number(card);
  // A moment rather than a day; the type alone does not tell for suspended and buried cards.
  constexpr std::int64_t first_second = 1000000000;
  const bool steps = card.type == 1 || card.type == 3;
  return steps && number >= first_second ? calendar.day_of_second(number) : calendar.day(number);
}

std::optional<Day> last_day(const AnkiCard& card, const AnkiCalendar& calendar, std::int64_t last_second) {
  if (last_second > 0) return calendar.day_of_second(last_second);
  for (auto answer = card.answers.rbegin(); answer != card.answers.rend(); ++answer)
    if (answer->ease > 0) return calendar.day_of(instant_from_ms(answer->id));
  return std::nullopt;
}

}  // namespace

AnkiCardData card_data(const std::string& json) {
  AnkiCardData data;
  if (json.empty()) return data;
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return data;
  data.stability = std::clamp(number_in(object, "s"), 0.0, static_cast<double>(longest_interval));
  const double difficulty = number_in(object, "d");
  data.difficulty = difficulty > 0 ? std::clamp(difficulty, 1.0, 10.0) : 0;
  data.last_review = static_cast<std::int64_t>(std::clamp(number_in(object, "lrt"), 0.0, 2.5e11));
  return data;
}

int steps_in_all(bool relearning) {
  const Parameters usual;
  return static_cast<int>(relearning ? usual.relearning.size() : usual.steps.size());
}

int step_from_left(std::int64_t left, bool relearning) {
  return std::max(steps_in_all(relearning) - clamped(left % 1000, 1, 1000) + 1, 1);
}

std::int64_t left_from_step(int step, bool relearning) {
  return std::max(steps_in_all(relearning) - step + 1, 1);
}

std::optional<Memory> anki_memory(const AnkiCard& card, const AnkiCalendar& calendar) {
  if (card.type < 1 || card.type > 3) return std::nullopt;
  const AnkiCardData data = card_data(card.data);
  Memory memory;
  memory.reviews = clamped(card.reps, 1, most_count);
  memory.lapses = clamped(card.lapses, 0, most_count);
  memory.interval = clamped(card.interval, card.type == 1 ? 0 : 1, longest_interval);
  memory.repetitions = card.type == 2 ? likely_repetitions(memory.interval) : 0;
  memory.ease = card.factor > 0 ? clamped((card.factor + 5) / 10, 130, 10000) : 250;
  memory.stability = data.stability;
  memory.difficulty = data.difficulty;
  memory.relearning = card.type == 3;
  if (card.type != 2) memory.step = step_from_left(card.left, memory.relearning);
  memory.due = due_day(card, calendar);
  memory.last = last_day(card, calendar, data.last_review);
  if (!memory.last) memory.last = *memory.due - std::chrono::days(card.type == 2 ? memory.interval : 0);
  if (memory.last->time_since_epoch().count() < 0) memory.last = Day{};
  return memory;
}

void upgrade_from_first_scheduler(AnkiCard& card) {
  if (card.type == 2 && (card.queue == 1 || card.queue == 3)) card.type = 3;
  for (AnkiAnswer& answer : card.answers)
    if ((answer.ease == 2 || answer.ease == 3) && (answer.kind == 0 || answer.kind == 2)) ++answer.ease;
}

std::optional<ImportedReview> anki_review(const AnkiAnswer& answer, const AnkiCalendar& calendar) {
  constexpr std::int64_t filtered = 3, manual = 4, rescheduled = 5;
  if (answer.ease < 1 || answer.ease > 4 || answer.kind == manual || answer.kind == rescheduled || answer.id <= 0)
    return std::nullopt;
  ImportedReview review;
  review.at = instant_from_ms(answer.id);
  review.offset_min = calendar.offset_min();
  review.day = calendar.day_of(review.at);
  review.quality = quality_of(static_cast<Grade>(answer.ease));
  review.took = Millis(std::clamp<std::int64_t>(answer.took, 0, longest_answer_ms));
  review.intent = answer.kind == filtered && answer.factor == 0 ? Intent::cram : Intent::answer;
  review.more = answer_facts(answer);
  return review;
}

std::string answer_facts(const AnkiAnswer& answer) {
  return fmt::format(R"({{"anki":[{},{},{},{},{},{},{}]}})", answer.id, answer.ease, answer.interval,
                     answer.last_interval, answer.factor, answer.took, answer.kind);
}

std::string card_facts(const AnkiCard& card, const std::string& other_deck) {
  std::string facts = fmt::format(R"({{"id":{},"mod":{})", card.id, card.modified);
  const std::pair<std::string_view, std::int64_t> numbers[] = {
      {"type", card.type},     {"queue", card.queue},   {"due", due_number(card)},
      {"ivl", card.interval},  {"factor", card.factor}, {"reps", card.reps},
      {"lapses", card.lapses}, {"left", card.left},     {"flags", card.flags}};
  for (const auto& [name, value] : numbers)
    if (value != 0) facts += fmt::format(R"(,"{}":{})", name, value);
  if (!card.data.empty() && card.data != "{}") {
    append_key(facts, "data");
    append_json_text(facts, card.data);
  }
  if (!other_deck.empty()) {
    append_key(facts, "deck");
    append_json_text(facts, other_deck);
  }
  // What stands in the history and is no answer.
  std::string others;
  for (const AnkiAnswer& answer : card.answers) {
    if (anki_review(answer, AnkiCalendar({}))) continue;
    if (!others.empty()) others += ',';
    others += fmt::format("[{},{},{},{},{},{},{}]", answer.id, answer.ease, answer.interval, answer.last_interval,
                          answer.factor, answer.took, answer.kind);
  }
  if (!others.empty()) facts += ",\"revlog\":[" + others + "]";
  return "{\"anki\":" + facts + "}}";
}

ImportedCard imported_card(const AnkiCard& card, const AnkiCalendar& calendar, const std::string& other_deck) {
  ImportedCard imported;
  imported.ordinal = clamped(card.ordinal, 0, 1023);
  imported.suspended = card.queue == -1;
  imported.buried = card.queue == -2 || card.queue == -3;
  imported.flag = static_cast<int>(card.flags & 7);
  for (const AnkiAnswer& answer : card.answers)
    if (std::optional<ImportedReview> review = anki_review(answer, calendar))
      imported.reviews.push_back(std::move(*review));
  imported.memory = anki_memory(card, calendar);
  if (!imported.memory && !imported.reviews.empty()) imported.memory = Memory{};  // it was forgotten
  imported.more = card_facts(card, other_deck);
  return imported;
}

}  // namespace ebb
