// Schedules and histories for Anki: as they came from there, unless the card was answered here since.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/anki/export_note.hpp"
#include "formats/anki/schedule.hpp"
#include "formats/json/members.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;
constexpr std::int64_t first_second = 1000000000;  // a `due` above is a moment, not a day

std::int64_t number_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

// What the import kept of the card; an empty object if it is not from Anki.
Json facts_of(const ExportedCard& card) {
  const std::string_view kept = member_of(card.card_more, "anki");
  Json facts = kept.empty() ? Json::object() : Json::parse(kept, nullptr, false);
  return facts.is_object() ? facts : Json::object();
}

std::optional<AnkiAnswer> answer_from(const Json& row) {
  if (!row.is_array() || row.size() != 7) return std::nullopt;
  AnkiAnswer answer;
  std::int64_t* const columns[] = {&answer.id,     &answer.ease, &answer.interval, &answer.last_interval,
                                   &answer.factor, &answer.took, &answer.kind};
  std::size_t at = 0;
  for (std::int64_t* const column : columns) {
    if (!row[at].is_number_integer()) return std::nullopt;
    *column = row[at++].get<std::int64_t>();
  }
  return answer;
}

std::optional<AnkiAnswer> kept_answer(const ImportedReview& review) {
  const std::string_view kept = member_of(review.more, "anki");
  return kept.empty() ? std::nullopt : answer_from(Json::parse(kept, nullptr, false));
}

std::optional<Memory> memory_of(const ExportedCard& card) {
  if (card.memory) return card.memory->due ? card.memory : std::nullopt;
  const std::optional<Day> due = parse_date(card.due);
  if (!due) return std::nullopt;
  Memory memory;
  memory.due = due;
  memory.last = parse_date(card.last_review);
  memory.interval = std::clamp(card.interval, 1, longest_interval);
  memory.ease = static_cast<int>(std::clamp(card.ease * 100, 130.0, 10000.0));
  memory.reviews = card.reps;
  memory.lapses = card.lapses;
  return memory;
}

// Whether the card stands where it stood when it came from Anki.
bool untouched(const Json& facts, const std::optional<Memory>& memory) {
  if (!facts.contains("id")) return false;
  const bool was_new = number_in(facts, "type") < 1 || number_in(facts, "type") > 3;
  if (was_new || !memory) return was_new && !memory;
  const std::int64_t least = number_in(facts, "type") == 1 ? 0 : 1;
  return memory->reviews == std::max<std::int64_t>(number_in(facts, "reps"), 1) &&
         memory->interval == std::clamp<std::int64_t>(number_in(facts, "ivl"), least, longest_interval);
}

std::string fsrs_data(const Memory& memory) {
  if (memory.stability <= 0 || memory.difficulty <= 0) return {};
  return fmt::format(R"({{"s":{:.4f},"d":{:.3f}}})", memory.stability, memory.difficulty);
}

int queue_of(const AnkiCard& card) {
  if (card.type == 1) return card.due >= first_second ? 1 : 3;
  if (card.type == 3) return card.due >= first_second ? 1 : 3;
  return card.type == 2 ? 2 : 0;
}

void set_from_facts(AnkiCard& anki, const Json& facts) {
  anki.modified = number_in(facts, "mod");
  anki.type = number_in(facts, "type");
  anki.due = number_in(facts, "due");
  anki.interval = number_in(facts, "ivl");
  anki.factor = number_in(facts, "factor");
  anki.reps = number_in(facts, "reps");
  anki.lapses = number_in(facts, "lapses");
  anki.left = number_in(facts, "left");
  if (facts.contains("data") && facts["data"].is_string()) anki.data = facts["data"].get<std::string>();
}

void set_from_memory(AnkiCard& anki, const Memory& memory) {
  anki.type = memory.step == 0 ? 2 : memory.relearning ? 3 : 1;
  if (memory.step > 0) anki.left = left_from_step(memory.step, memory.relearning);
  anki.interval = memory.interval;
  anki.factor = std::int64_t{memory.ease} * 10;
  anki.reps = memory.reviews;
  anki.lapses = memory.lapses;
  anki.data = fsrs_data(memory);
}

int ease_of(Quality quality) {
  return static_cast<int>(grade_of(quality));
}

// An answer that was given here: Anki's intervals are the days that really passed until the next one.
AnkiAnswer own_answer(const ExportedCard& card, std::size_t at) {
  const ImportedReview& review = card.reviews[at];
  AnkiAnswer answer;
  answer.id = review.at.time_since_epoch().count();
  answer.ease = ease_of(review.quality);
  const auto days = [](Day from, Day to) { return std::max<std::int64_t>((to - from).count(), 1); };
  const bool last = at + 1 == card.reviews.size();
  answer.interval = last ? std::max(card.memory ? card.memory->interval : card.interval, 1)
                         : days(review.day, card.reviews[at + 1].day);
  answer.last_interval = at == 0 ? 0 : days(card.reviews[at - 1].day, review.day);
  answer.factor = review.intent == Intent::cram ? 0 : 2500;
  answer.took = review.took.count();
  answer.kind = review.intent == Intent::cram ? 3 : at == 0 ? 0 : 1;
  return answer;
}

}  // namespace

AnkiCard exported_card(const ExportedCard& card, Day first_day, int position) {
  const Json facts = facts_of(card);
  const std::optional<Memory> memory = memory_of(card);
  AnkiCard anki;
  anki.ordinal = card.ordinal;
  anki.due = position;
  if (untouched(facts, memory))
    set_from_facts(anki, facts);
  else if (memory)
    set_from_memory(anki, *memory);
  const bool moment = (anki.type == 1 || anki.type == 3) && anki.due >= first_second;
  if (memory && !moment) anki.due = std::max<std::int64_t>((*memory->due - first_day).count(), 0);
  const std::int64_t was = number_in(facts, "queue");
  anki.queue = card.suspended ? -1 : card.buried ? (was == -2 ? -2 : -3) : queue_of(anki);
  anki.flags = (number_in(facts, "flags") & ~std::int64_t{7}) | (card.flag & 7);
  return anki;
}

std::vector<AnkiAnswer> exported_answers(const ExportedCard& card) {
  std::vector<AnkiAnswer> answers;
  for (std::size_t i = 0; i < card.reviews.size(); ++i) {
    const std::optional<AnkiAnswer> kept = kept_answer(card.reviews[i]);
    answers.push_back(kept ? *kept : own_answer(card, i));
  }
  const Json facts = facts_of(card);
  if (!facts.contains("revlog") || !facts["revlog"].is_array()) return answers;
  for (const Json& row : facts["revlog"])
    if (const std::optional<AnkiAnswer> other = answer_from(row)) answers.push_back(*other);
  return answers;
}

std::int64_t card_id_in_anki(const ExportedCard& card) {
  return number_in(facts_of(card), "id");
}

std::string own_deck_in_anki(const ExportedCard& card) {
  const Json facts = facts_of(card);
  const auto deck = facts.find("deck");
  return deck != facts.end() && deck->is_string() ? deck->get<std::string>() : "";
}

}  // namespace ebb
