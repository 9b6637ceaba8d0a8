// What each column of a list says of a card. Absent is empty.
#include "cli/cards/card_fields.hpp"

#include <fmt/format.h>

#include <array>

#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

std::string yes(bool flag) {
  return flag ? "yes" : "no";
}
bool fresh(const CardView& card) {
  return card.memory.reviews == 0;
}

std::string tags_text(const CardView& card) {
  std::string text;
  for (const std::string& tag : card.tags) text += (text.empty() ? "" : " ") + one_line(tag);
  return text;
}

constexpr CardParts row{false, false, false}, id{true, false, false}, text{false, true, false}, schedule{false, false, true};

constexpr std::array<CardField, 19> fields{{
    {"id", 10, false, id, [](const CardView& card, Day) { return card.id; }},
    {"note", 10, false, id, [](const CardView& card, Day) { return card.id.substr(0, card.id.find('.')); }},
    {"ordinal", 7, true, row, [](const CardView& card, Day) { return std::to_string(card.card.ordinal()); }},
    {"deck", 18, false, row, [](const CardView& card, Day) { return one_line(card.deck); }},
    {"tags", 14, false, text, [](const CardView& card, Day) { return tags_text(card); }},
    {"state", 8, false, schedule, [](const CardView& card, Day day) { return std::string(state_name(card.memory, day)); }},
    {"due", 10, false, schedule, [](const CardView& card, Day) { return card.memory.due ? iso_date(*card.memory.due) : ""; }},
    {"interval", 8, true, schedule,
     [](const CardView& card, Day) { return fresh(card) ? "" : std::to_string(card.memory.interval); }},
    {"ease", 4, true, schedule,
     [](const CardView& card, Day) {
       return fresh(card) ? "" : fmt::format("{}.{:02}", card.memory.ease / 100, card.memory.ease % 100);
     }},
    {"stability", 9, true, schedule,
     [](const CardView& card, Day) { return card.memory.stability > 0 ? fmt::format("{:.2f}", card.memory.stability) : ""; }},
    {"difficulty", 10, true, schedule,
     [](const CardView& card, Day) { return card.memory.stability > 0 ? fmt::format("{:.2f}", card.memory.difficulty) : ""; }},
    {"reps", 4, true, schedule, [](const CardView& card, Day) { return std::to_string(card.memory.reviews); }},
    {"lapses", 6, true, schedule, [](const CardView& card, Day) { return std::to_string(card.memory.lapses); }},
    {"suspended", 9, false, row, [](const CardView& card, Day) { return yes(card.suspended); }},
    {"buried", 6, false, schedule, [](const CardView& card, Day) { return yes(card.buried); }},
    {"marked", 6, false, row, [](const CardView& card, Day) { return yes(card.marked); }},
    {"orphan", 6, false, row, [](const CardView& card, Day) { return yes(card.orphan); }},
    {"question", 0, false, text, [](const CardView& card, Day) { return one_line(card.question); }},
    {"answer", 0, false, text, [](const CardView& card, Day) { return one_line(card.answer); }},
}};

}  // namespace

std::span<const CardField> card_fields() {
  return fields;
}

const CardField& card_field(std::string_view name) {
  std::string names;
  for (const CardField& field : fields) {
    if (field.name == name) return field;
    names += (names.empty() ? "" : ", ") + std::string(field.name);
  }
  throw Error(Exit::usage, fmt::format("\"{}\" is no field of a card; there are: {}.", one_line(name), names));
}

}  // namespace ebb
