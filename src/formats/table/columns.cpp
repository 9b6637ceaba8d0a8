// Names of columns and what they mean.
#include "formats/table/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/core/error.hpp"
#include "formats/intake.hpp"

namespace ebb {
namespace {

// Columns of our own export that say how a card stands; the schedule comes from the log, not from a table.
constexpr std::array<std::string_view, 7> schedule_names{"state", "due",    "interval",   "ease",
                                                         "reps",  "lapses", "last_review"};

Column column_of(std::string_view name) {
  const std::string lower = lower_case(trimmed(name));
  if (lower == "deck" || lower == "deckname") return Column::deck;
  if (lower == "notetype") return Column::notetype;
  if (lower == "cloze") return Column::cloze;
  if (std::find(schedule_names.begin(), schedule_names.end(), lower) != schedule_names.end()) return Column::skip;
  switch (card_key(lower).what) {
    case CardKey::question: return Column::question;
    case CardKey::answer: return Column::answer;
    case CardKey::tags: return Column::tags;
    case CardKey::id: return Column::id;
    case CardKey::suspended: return Column::suspended;
    case CardKey::type: return Column::type;
    default: return Column::more;
  }
}

// `country` beside `country:de`: a row of names as some exports write them.
bool names_with_languages(const Record& record) {
  for (std::size_t i = 1; i < record.count; ++i)
    if (!record.fields[0].empty() && record.fields[i].starts_with(record.fields[0] + ":")) return true;
  return false;
}

bool has(const std::vector<Column>& roles, Column role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Of two columns with one role only the first keeps it.
void keep_first(std::vector<Column>& roles, Column role, Column other) {
  auto found = std::find(roles.begin(), roles.end(), role);
  if (found != roles.end()) std::replace(found + 1, roles.end(), role, other);
}

}  // namespace

bool looks_like_header(const Record& record) {
  std::vector<Column> known;
  bool sure = names_with_languages(record);
  for (std::size_t i = 0; i < record.count; ++i) {
    const std::string lower = lower_case(trimmed(record.fields[i]));
    const Column column = column_of(lower);
    static constexpr std::array<Column, 5> common{Column::more, Column::skip, Column::type, Column::notetype,
                                                  Column::cloze};
    const bool unsure = std::find(common.begin(), common.end(), column) != common.end() || has(known, column);
    if (!unsure) known.push_back(column);
    const bool only_a_name = lower == "question" || ((lower == "tags" || lower == "guid") && record.count > 2);
    sure |= only_a_name;
  }
  return sure || known.size() >= 2;
}

Columns columns_by_names(const std::vector<std::string>& names) {
  Columns columns;
  columns.names = names;
  for (const std::string& name : names) columns.roles.push_back(column_of(name));
  std::vector<Column>& roles = columns.roles;
  for (const Column role : {Column::question, Column::answer, Column::deck, Column::id, Column::suspended})
    keep_first(roles, role, Column::more);
  const auto first_unknown = [&] { return std::find(roles.begin(), roles.end(), Column::more); };
  keep_first(roles, Column::cloze, Column::more);
  columns.clozes = !has(roles, Column::question) && has(roles, Column::cloze);
  if (columns.clozes) std::replace(roles.begin(), roles.end(), Column::cloze, Column::question);
  for (const Column role : {Column::type, Column::notetype}) keep_first(roles, role, Column::more);
  std::replace(roles.begin(), roles.end(), Column::cloze, Column::more);
  const bool question_known = has(roles, Column::question);
  if (!question_known && first_unknown() != roles.end()) *first_unknown() = Column::question;
  if (has(roles, Column::answer)) return columns;
  const auto unknown = std::count(roles.begin(), roles.end(), Column::more);
  if (question_known || unknown == 1) {
    if (unknown > 0) *first_unknown() = Column::answer;
    return columns;
  }
  std::replace(roles.begin(), roles.end(), Column::more, Column::line);
  return columns;
}

Columns columns_by_position(std::size_t count) {
  Columns columns;
  columns.roles.assign(std::max<std::size_t>(count, 1), Column::line);
  columns.roles[0] = Column::question;
  if (count > 1) columns.roles[1] = Column::answer;
  return columns;
}

Columns columns_by_option(const std::string& option) {
  Columns columns;
  std::string_view rest = option;
  while (true) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view name = trimmed(rest.substr(0, end));
    Column column = name == "_" ? Column::skip : column_of(name);
    if (column == Column::more)
      throw Error(Exit::usage, fmt::format("--columns {}: \"{}\" is no column. Use question, answer, tags, deck, id, or _ "
                                           "for a column to skip.", option, name));
    columns.roles.push_back(column);
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  if (!has(columns.roles, Column::question))
    throw Error(Exit::usage, fmt::format("--columns {}: one of them has to be the question.", option));
  return columns;
}

std::string column_words(const Columns& columns, std::size_t count) {
  static constexpr std::array<std::string_view, 12> words{
      "question", "answer",   "tags", "deck",          "id",            "suspended", "a line of the answer",
      "kept",     "not used", "type", "the note type", "the cloze text"};
  std::string out;
  constexpr std::size_t most = 20;
  for (std::size_t i = 0; i < std::min(count, most); ++i) {
    out += fmt::format("{}column {}", out.empty() ? "" : ", ", i + 1);
    if (i < columns.names.size()) out += fmt::format(" \"{}\"", columns.names[i]);
    out += fmt::format(" = {}", words[static_cast<std::size_t>(columns.role(i))]);
  }
  return count > most ? out + ", …" : out;
}

}  // namespace ebb
