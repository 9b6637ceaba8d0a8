// CSV and TSV out: every text quoted, and no field that a spreadsheet would run as a formula. Anki's text format, which
// knows no such harm, keeps fields as they are.
#include <fmt/format.h>

#include <ostream>
#include <vector>

#include "formats/json/members.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

// Spreadsheets run a field that begins with one of these. A leading ' stops them; our reader takes it off again.
bool needs_defusing(std::string_view field) {
  const std::size_t at = field.find_first_not_of('\'');
  return at != std::string_view::npos && std::string_view("=+-@\t\r").find(field[at]) != std::string_view::npos;
}

void append_quoted(std::string& row, std::string_view field) {
  for (const char c : field) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

void append_field(std::string& row, std::string_view field) {
  row += '"';
  if (needs_defusing(field)) row += '\'';
  append_quoted(row, field);
}

// What a row says of a note: of one with several cards its source, once.
struct Row {
  std::string question, answer, type;
};

Row row_text(const ExportedCard& card) {
  const std::string type = string_member(card.more, "type");
  if (type == "cloze" && !string_member(card.more, "cloze").empty())
    return {string_member(card.more, "cloze"), string_member(card.more, "answer"), type};
  if (type == "reversed" && card.ordinal == 1) return {card.answer, card.question, type};
  return {card.question, card.answer, type == "reversed" ? type : ""};
}

// Skips the cards that the row of their note already stands for.
bool next_row(const NextCard& cards, ExportedCard& card, Row& row) {
  while (true) {
    card = {};
    if (!cards(card)) return false;
    row = row_text(card);
    if (!card.same_note || row.type.empty()) return true;
  }
}

std::string tag_words(const ExportedCard& card) {
  std::string tags;
  for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : " ") + tag;
  return tags;
}

std::string table_row(const ExportedCard& card, const Row& row, char separator) {
  std::string out;
  const std::string tags = tag_words(card);
  const std::string_view texts[] = {card.id, card.deck, row.question, row.answer, tags, card.state, card.due};
  for (const std::string_view field : texts) {
    append_field(out, field);
    out += separator;
  }
  out += fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}", separator, card.interval, card.ease, card.reps, card.lapses);
  append_field(out, card.last_review);
  out += separator;
  append_field(out, row.type);
  return out;
}

void write_table(std::ostream& out, const NextCard& cards, char separator) {
  static constexpr std::string_view names[] = {"id",       "deck", "question", "answer", "tags",        "state", "due",
                                               "interval", "ease", "reps",     "lapses", "last_review", "type"};
  for (const std::string_view name : names) out << (name == "id" ? "" : std::string(1, separator)) << name;
  out << '\n';
  ExportedCard card;
  Row row;
  while (next_row(cards, card, row)) out << table_row(card, row, separator) << '\n';
}

std::string_view anki_notetype(std::string_view type) {
  if (type == "cloze") return "Cloze";
  return type == "reversed" ? "Basic (and reversed card)" : "Basic";
}

}  // namespace

void write_csv(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_table(out, cards, ',');
}

void write_tsv(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_table(out, cards, '\t');
}

// A note type is named only where a note is not of the plain kind: Anki leaves out rows whose note type it does not
// have, and its names depend on the language it was first started in. So all rows are held until the last is known.
void write_anki_text(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  std::vector<std::pair<std::string, std::string_view>> rows;
  bool types = false;
  ExportedCard card;
  Row row;
  while (next_row(cards, card, row)) {
    std::string line;
    const std::string tags = tag_words(card);
    for (const std::string_view field :
         {std::string_view(card.id), std::string_view(card.deck), std::string_view(row.question),
          std::string_view(row.answer), std::string_view(tags)}) {
      line += line.empty() ? "\"" : "\t\"";
      append_quoted(line, field);
    }
    types |= !row.type.empty();
    rows.emplace_back(std::move(line), anki_notetype(row.type));
  }
  out << "#separator:tab\n#html:false\n#columns:guid\tdeck\tFront\tBack\ttags" << (types ? "\tnotetype" : "")
      << "\n#guid column:1\n#deck column:2\n#tags column:5\n"
      << (types ? "#notetype column:6\n" : "");
  for (const auto& [line, type] : rows) {
    out << line;
    if (types) out << "\t\"" << type << '"';
    out << '\n';
  }
}

}  // namespace ebb
