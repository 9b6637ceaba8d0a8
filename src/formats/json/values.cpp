// Schedules and histories from JSON.
#include "formats/json/values.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace ebb {
namespace {

using Json = nlohmann::json;

constexpr int most_ordinal = 1023;
constexpr int most_count = 1000000;
constexpr int most_steps = 1000;

std::string text_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

double number_member(const Json& object, const char* name, double otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number() ? found->get<double>() : otherwise;
}

int whole_member(const Json& object, const char* name, int otherwise, int most) {
  const double number = number_member(object, name, otherwise);
  return static_cast<int>(std::clamp(std::round(number), 0.0, static_cast<double>(most)));
}

std::optional<Day> day_member(const Json& object, const char* name) {
  return parse_date(std::string_view(text_member(object, name)).substr(0, 10));
}

std::optional<int> ordinal_of(const Json& object, bool needed) {
  const auto found = object.find("ord");
  if (found == object.end()) return needed ? std::nullopt : std::optional(0);
  const double number = found->is_number() ? found->get<double>() : -1;
  const bool good = number >= 0 && number <= most_ordinal;
  return good ? std::optional(static_cast<int>(number)) : std::nullopt;
}

// The schedule's memory; nothing if it lacks the day when the card comes back.
std::optional<Memory> memory_of(const Json& object, std::string_view state) {
  const bool learning = state != "review";
  Memory memory;
  memory.step = learning ? whole_member(object, "step", 0, most_steps) : 0;
  memory.relearning = memory.step > 0 && state == "relearning";
  memory.interval = whole_member(object, "interval_days", 0, longest_interval);
  memory.last = day_member(object, "last_review");
  memory.due = day_member(object, "due");
  if (!memory.due && memory.last) memory.due = *memory.last + std::chrono::days(memory.interval);
  if (!memory.due) return std::nullopt;
  memory.interval = std::max(memory.interval, memory.step > 0 && !memory.relearning ? 0 : 1);
  if (!memory.last) memory.last = *memory.due - std::chrono::days(memory.interval);
  const double ease = number_member(object, "ease", 2.5);
  memory.ease = static_cast<int>(std::clamp(std::round(ease * 100), 130.0, 10000.0));
  memory.stability = std::clamp(number_member(object, "stability", 0), 0.0, static_cast<double>(longest_interval));
  memory.difficulty = std::clamp(number_member(object, "difficulty", 0), 0.0, 10.0);
  const int guess = learning ? 0 : likely_repetitions(memory.interval);
  memory.repetitions = whole_member(object, "repetitions", guess, most_count);
  memory.lapses = whole_member(object, "lapses", 0, most_count);
  memory.reviews = std::max({whole_member(object, "reps", 1, most_count), memory.repetitions, 1});
  return memory;
}

bool read_schedule(const Json& object, std::vector<ImportedCard>& cards) {
  if (!object.is_object()) return false;
  const std::optional<int> ordinal = ordinal_of(object, true);
  const std::string state = text_member(object, "state");
  if (!ordinal || state.empty()) return false;
  static const std::set<std::string_view> known{"new", "learning", "relearning", "review"};
  if (!known.contains(state)) return false;
  const std::optional<Memory> memory = state == "new" ? std::nullopt : memory_of(object, state);
  if (state != "new" && !memory) return false;
  ImportedCard& card = card_of(cards, *ordinal);
  card.memory = memory;
  const auto flagged = [&](const char* name) { return object.contains(name) && object[name] == true; };
  card.suspended = flagged("suspended");
  card.buried = flagged("buried");
  return true;
}

// Minutes of the offset that an ISO 8601 time ends with; 0 for `Z`.
int offset_in(std::string_view time) {
  if (time.size() < 6 || time[time.size() - 3] != ':') return 0;
  const std::string_view offset = time.substr(time.size() - 6);
  if (offset[0] != '+' && offset[0] != '-') return 0;
  const auto digit = [&](std::size_t i) { return offset[i] - '0'; };
  const int minutes = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
  return offset[0] == '-' ? -minutes : minutes;
}

std::optional<Quality> quality_in(const Json& object) {
  if (const auto found = object.find("quality"); found != object.end())
    return found->is_number_integer() ? quality_from(whole_member(object, "quality", 0, 9)) : std::nullopt;
  const std::optional<Grade> grade = grade_from(whole_member(object, "rating", 0, 9));
  return grade ? std::optional(quality_of(*grade)) : std::nullopt;
}

bool read_review(const Json& object, std::vector<ImportedCard>& cards) {
  if (!object.is_object()) return false;
  const std::optional<int> ordinal = ordinal_of(object, false);
  const std::string time = text_member(object, "at"), kind = text_member(object, "kind");
  const std::optional<Instant> at = parse_time(time);
  const std::optional<Quality> quality = quality_in(object);
  if (!ordinal || !at || !quality || kind == "manual") return false;
  ImportedReview review;
  review.at = *at;
  review.offset_min = offset_in(time);
  review.day = study_day(*at, review.offset_min);
  review.quality = *quality;
  review.took = Millis(whole_member(object, "duration_ms", 0, 24 * 3600 * 1000));
  review.intent = kind == "cram" ? Intent::cram : Intent::answer;
  card_of(cards, *ordinal).reviews.push_back(std::move(review));
  return true;
}

template <typename Read>
int read_each(std::string_view json, std::vector<ImportedCard>& cards, Read read) {
  const Json list = Json::parse(json, nullptr, false);
  if (!list.is_array()) return 1;
  int bad = 0;
  for (const Json& element : list) bad += read(element, cards) ? 0 : 1;
  return bad;
}

}  // namespace

std::optional<std::string> text_of_json(std::string_view json) {
  if (!json.starts_with('"')) return std::nullopt;
  const Json value = Json::parse(json, nullptr, false);
  return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

ImportedCard& card_of(std::vector<ImportedCard>& cards, int ordinal) {
  const auto after = [ordinal](const ImportedCard& card) { return card.ordinal >= ordinal; };
  auto place = std::find_if(cards.begin(), cards.end(), after);
  if (place != cards.end() && place->ordinal == ordinal) return *place;
  place = cards.insert(place, ImportedCard{});
  place->ordinal = ordinal;
  return *place;
}

int read_schedules(std::string_view json, std::vector<ImportedCard>& cards) {
  return read_each(json, cards, read_schedule);
}

int read_reviews(std::string_view json, std::vector<ImportedCard>& cards) {
  const int bad = read_each(json, cards, read_review);
  const auto earlier = [](const ImportedReview& a, const ImportedReview& b) { return a.at < b.at; };
  for (ImportedCard& card : cards) std::stable_sort(card.reviews.begin(), card.reviews.end(), earlier);
  return bad;
}

int read_performance(std::string_view json, ImportedCard& card) {
  const Json object = Json::parse(json, nullptr, false);
  if (object.is_null()) return 0;
  if (!object.is_object()) return 1;
  Memory memory;
  memory.due = day_member(object, "dueDate");
  if (!memory.due) return 1;
  memory.interval = std::max(1, whole_member(object, "intervalDays", 1, longest_interval));
  memory.last = day_member(object, "lastReviewedAt");
  if (!memory.last) memory.last = *memory.due - std::chrono::days(memory.interval);
  memory.stability = std::clamp(number_member(object, "stability", 0), 0.0, static_cast<double>(longest_interval));
  memory.difficulty = std::clamp(number_member(object, "difficulty", 0), 0.0, 10.0);
  memory.repetitions = likely_repetitions(memory.interval);
  memory.reviews = std::max(memory.repetitions, whole_member(object, "reviewCount", 1, most_count));
  card.memory = memory;
  return 0;
}

Day study_day(Instant at, int offset_min) {
  const auto local = at + std::chrono::minutes(offset_min) - std::chrono::hours(4);
  return Day(std::chrono::floor<std::chrono::days>(local).time_since_epoch());
}

int likely_repetitions(int interval) {
  return interval <= 1 ? 1 : interval <= 6 ? 2 : 3;
}

}  // namespace ebb
