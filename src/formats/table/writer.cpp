// CSV and TSV out: every text quoted, and no field that a spreadsheet would run as a formula.
#include <fmt/format.h>

#include <ostream>

#include "formats/readers.hpp"

namespace ebb {
namespace {

// Spreadsheets run a field that begins with one of these. A leading ' stops them; our reader takes it off again.
bool needs_defusing(std::string_view field) {
  const std::size_t at = field.find_first_not_of('\'');
  return at != std::string_view::npos && std::string_view("=+-@\t\r").find(field[at]) != std::string_view::npos;
}

void append_field(std::string& row, std::string_view field) {
  row += '"';
  if (needs_defusing(field)) row += '\'';
  for (const char c : field) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

std::string row_of(const ExportedCard& card, char separator) {
  std::string tags, row;
  for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : " ") + tag;
  const std::string_view texts[] = {card.id, card.deck, card.question, card.answer, tags, card.state, card.due};
  for (const std::string_view field : texts) {
    append_field(row, field);
    row += separator;
  }
  row += fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}", separator, card.interval, card.ease, card.reps, card.lapses);
  append_field(row, card.last_review);
  return row;
}

void write_table(std::ostream& out, const NextCard& cards, char separator) {
  static constexpr std::string_view names[] = {"id",       "deck", "question", "answer", "tags",   "state",
                                               "due",      "interval", "ease", "reps",   "lapses", "last_review"};
  for (const std::string_view name : names) out << (name == "id" ? "" : std::string(1, separator)) << name;
  out << '\n';
  ExportedCard card;
  while (cards(card)) out << row_of(card, separator) << '\n';
}

}  // namespace

void write_csv(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_table(out, cards, ',');
}

void write_tsv(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_table(out, cards, '\t');
}

}  // namespace ebb
