// Seeds and moves: entries of a note that are about the schedule of one of its cards.
#include "store/fold/card_events.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "store/fold/fold.hpp"
#include "store/log/json_members.hpp"

namespace ebb {
namespace {

using nlohmann::json;

constexpr std::string_view history_key = ",\"history\":[";

std::optional<std::int64_t> par_from(Store& store, const std::string& more) {
  const json object = json::parse(more, nullptr, false);
  const auto name = object.is_object() ? object.value("params", std::string()) : std::string();
  if (name == "default") return 0;
  const auto entry = entry_from_name(store, name);
  if (!entry) return {};
  return entry->value;
}

template <typename Number>
Number number(const json& object, const char* key, Number low, Number high, Number otherwise) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return otherwise;
  return static_cast<Number>(std::clamp(found->get<double>(), static_cast<double>(low), static_cast<double>(high)));
}

std::optional<Day> date(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return parse_date(found->get<std::string>());
}

}  // namespace

std::string more_of(Store& store, EntryId entry) {
  Statement& find = store.sql("SELECT more FROM change WHERE id = ?");
  const std::string more = find.bind(1, entry.value).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return more;
}

std::vector<CardEvent> card_events(Store& store, CardId card) {
  std::vector<CardEvent> events;
  for (const NoteEntry& entry : note_entries(store, card.note(), own_head(store, card.note()))) {
    if (entry.part != card.ordinal() || !about_schedule(entry.what) || !is_live(store, entry.id)) continue;
    CardEvent event{entry.id, entry.hlc, {}, {}, {}};
    if (entry.what == static_cast<int>(What::card_reset)) {
      event.seed.emplace();
    } else if (entry.what == static_cast<int>(What::card_seed)) {
      event.seed = seed_from(more_of(store, entry.id));
    } else {
      event.due = day_from_number(static_cast<int>(entry.num));
      event.par = par_from(store, more_of(store, entry.id));
    }
    events.push_back(event);
  }
  return events;
}

Memory after_event(const Scheduler& scheduler, const Memory& before, const CardEvent& event) {
  Memory after = before;
  if (event.seed) {
    after = *event.seed;
    if (after.due && after.stability <= 0) after.stability = before.stability, after.difficulty = before.difficulty;
  } else if (before.last) {
    scheduler.place(after, event.due);
  }
  return after;
}

std::string seed_text(const Memory& memory, const std::vector<ImportedReview>& history) {
  json object;
  if (!memory.due) {
    object["new"] = true;
  } else {
    object["reviews"] = memory.reviews;
    object["lapses"] = memory.lapses;
    object["repetitions"] = memory.repetitions;
    object["interval"] = memory.interval;
    object["ease"] = memory.ease;
    if (memory.stability > 0) object["stability"] = memory.stability;
    if (memory.difficulty > 0) object["difficulty"] = memory.difficulty;
    if (memory.last) object["last"] = iso_date(*memory.last);
    object["due"] = iso_date(*memory.due);
    if (memory.step > 0) object["step"] = memory.step;
    if (memory.relearning) object["relearning"] = true;
  }
  std::string text = object.dump();
  if (std::all_of(history.begin(), history.end(), [](const ImportedReview& review) { return review.more.empty(); })) return text;
  text.pop_back();
  text += history_key;
  for (const ImportedReview& review : history) (text += text.back() == '[' ? "" : ",") += review.more.empty() ? "null" : review.more;
  return text + "]}";
}

Memory seed_from(std::string_view text) {
  // A long history stands last, and is no part of the schedule.
  const std::size_t history = text.find(history_key);
  const json object = json::parse(std::string(text.substr(0, history)) + (history == text.npos ? "" : "}"), nullptr, false);
  Memory memory;
  if (!object.is_object() || object.value("new", json()) == json(true)) return memory;
  memory.reviews = number(object, "reviews", 1, 1000000000, 1);  // a card with a schedule is not new
  memory.lapses = number(object, "lapses", 0, 1000000000, 0);
  memory.repetitions = number(object, "repetitions", 0, 1000000000, 0);
  memory.interval = number(object, "interval", 0, longest_interval, 0);
  memory.ease = number(object, "ease", 130, 30000, 250);
  memory.stability = number(object, "stability", 0.0, 36500.0, 0.0);
  memory.difficulty = number(object, "difficulty", 0.0, 10.0, 0.0);
  memory.step = number(object, "step", 0, 1000, 0);
  memory.relearning = object.value("relearning", json()) == json(true);
  memory.last = date(object, "last");
  memory.due = date(object, "due");
  if (!memory.due) memory.due = memory.last ? *memory.last + std::chrono::days{memory.interval} : Day{};
  if (!memory.last) memory.last = *memory.due - std::chrono::days{memory.interval};
  return memory;
}

std::vector<std::string> history_in(std::string_view text) {
  std::vector<std::string> history;
  for_each_element(raw_member(text, "history"), [&](std::string_view one) { history.emplace_back(one == "null" ? "" : one); });
  return history;
}

std::string move_text(Store& store, std::int64_t par) {
  return "{\"params\":" + json_text(par == 0 ? std::string("default") : entry_name(store, EntryId{par})) + "}";
}

}  // namespace ebb
