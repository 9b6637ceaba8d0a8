// CSV and TSV: a card a row.
#include <fmt/format.h>

#include <utility>

#include "formats/cloze.hpp"
#include "formats/html_text.hpp"
#include "formats/intake.hpp"
#include "formats/json/members.hpp"
#include "formats/readers.hpp"
#include "formats/table/layout.hpp"

namespace ebb {
namespace {

constexpr std::size_t head_size = std::size_t{64} * 1024;

// Undoes what our writer does so that a spreadsheet takes no field for a formula. True if there was something to undo.
bool undo_defused(std::string& field) {
  if (field.empty() || field[0] != '\'') return false;
  const std::size_t at = field.find_first_not_of('\'');
  if (at == std::string::npos || std::string_view("=+-@\t\r").find(field[at]) == std::string_view::npos) return false;
  field.erase(0, 1);
  return true;
}

std::string separator_words(char separator) {
  return separator == '\t' ? "a tab" : separator == ' ' ? "a space" : fmt::format("\"{}\"", separator);
}

class TableReader {
 public:
  TableReader(ByteSource& source, const TableLayout& layout, const ReadOptions& options, ImportSink& sink)
      : layout_(layout),
        options_(options),
        text_(source),
        records_(text_, layout.separator, layout.skip),
        intake_(sink, report_, source.name(), default_deck(source, layout, options)),
        total_(source.size()) {}

  ReadReport read(const char* format) {
    report_.format = format;
    report_.told = layout_.told;
    Record record;
    bool first = true;
    while (records_.next(record)) {
      const bool header = std::exchange(first, false) && layout_.columns.header;
      if (!header) row(record);
    }
    describe();
    intake_.finish(text_);
    intake_.sink().progress(total_, total_);
    return std::move(report_);
  }

 private:
  static std::string default_deck(const ByteSource& source, const TableLayout& layout, const ReadOptions& options) {
    if (!options.deck.empty()) return options.deck;
    return layout.deck.empty() ? deck_from_file(source.name()) : layout.deck;
  }

  void row(Record& record) {
    ImportedNote note;
    note.card = ++cards_;
    note.line = record.line;
    if (record.count != layout_.columns_counted && ++ragged_ == 1) ragged_line_ = record.line;
    note.tags = layout_.tags;
    kind_ = layout_.columns.clozes ? "cloze" : layout_.notetype;
    for (std::size_t i = 0; i < record.count; ++i) {
      std::string& field = record.fields[i];
      if (layout_.skip == 0 && undo_defused(field)) intake_.tell("the ' that keeps a field from being a formula was taken off");
      put(note, i, layout_.html ? as_text(i, field) : field);
    }
    if (!html_.empty()) add_member(note.more, "html", std::exchange(html_, {}));
    make_cards(note);
    const bool bad = intake_.left_out_for_bytes(text_, record.begin, record.end, note.card);
    if (!bad) intake_.take(std::move(note), 1);
    const std::size_t done = text_.done();
    if (std::exchange(told_progress_, done) != done) intake_.sink().progress(done, total_);
  }

  // A field of HTML as text. One that says more than its text is kept beside the card.
  std::string as_text(std::size_t index, const std::string& field) {
    const Column role = layout_.columns.role(index);
    if (role != Column::question && role != Column::answer && role != Column::line) return field;
    std::string text = html_to_text(field);
    if (text == field) return text;
    const bool side = role != Column::line;
    add_text_member(html_, side ? (role == Column::question ? "question" : "answer") : name(index), field);
    intake_.tell("#html:true: HTML in a field became text; what it was is kept");
    return text;
  }

  void put(ImportedNote& note, std::size_t index, const std::string& field) {
    switch (layout_.columns.role(index)) {
      case Column::question: note.question = field; break;
      case Column::answer:
        if (note.answer.empty())
          note.answer = field;
        else
          note.answer = field + "\n" + note.answer;
        break;
      case Column::tags: intake_.tag_list(note.tags, field); break;
      case Column::deck: put_deck(note, field); break;
      case Column::id: note.id = field; break;
      case Column::suspended: note.suspended = field == "true" || field == "1" || field == "yes"; break;
      case Column::line: add_line(note, index, field); break;
      case Column::more:
        if (!field.empty()) add_text_member(note.more, name(index), field);
        break;
      case Column::type:
        kind_ = field;
        if (!field.empty() && !says("cloze") && !says("reversed")) add_text_member(note.more, name(index), field);
        break;
      case Column::notetype: kind_ = field; break;
      case Column::cloze:
      case Column::skip: break;
    }
  }

  bool says(std::string_view kind) const { return lower_case(kind_).find(kind) != std::string::npos; }

  // What the file calls a cloze or reversed note has cards of its own; nothing else is taken for one.
  void make_cards(ImportedNote& note) {
    if (says("reversed") && !blank(note.answer)) return make_reversed(note);
    if (!says("cloze")) return;
    const Cloze cloze = parse_cloze(note.question);
    const std::string why = cloze.holes.empty() ? "a cloze without a hole {{c1::…}}" : make_cloze(note, cloze);
    if (!why.empty()) intake_.warn(note.card, {note.line, 1}, why + ": taken as a plain card");
  }

  void put_deck(ImportedNote& note, const std::string& field) const {
    if (field.empty()) return;
    note.deck = options_.deck.empty() ? field : options_.deck + "::" + field;
  }

  void add_line(ImportedNote& note, std::size_t index, const std::string& field) const {
    if (field.empty()) return;
    if (!note.answer.empty()) note.answer += '\n';
    if (index < layout_.columns.names.size()) note.answer += layout_.columns.names[index] + ": ";
    note.answer += field;
  }

  std::string name(std::size_t index) const {
    return index < layout_.columns.names.size() ? layout_.columns.names[index] : fmt::format("column {}", index + 1);
  }

  void describe() {
    const Columns& columns = layout_.columns;
    const std::size_t count = std::max(layout_.columns_counted, columns.names.size());
    report_.shape = fmt::format("columns split at {}, {}; {}", separator_words(layout_.separator),
                                columns.header ? "first row is a header" : "no header", column_words(columns, count));
    if (ragged_ > 0)
      report_.told.push_back(fmt::format("rows with more or fewer than {} columns: {}, the first on line {}",
                                         layout_.columns_counted, ragged_, ragged_line_));
    if (records_.odd_quote_line() > 0)
      report_.told.push_back(fmt::format("a quote is closed before its field ends (line {}): such fields are taken as they "
                                         "are written", records_.odd_quote_line()));
  }

  const TableLayout& layout_;
  const ReadOptions& options_;
  ReadReport report_;
  CleanText text_;
  Records records_;
  Intake intake_;
  std::size_t total_, told_progress_ = 0;
  std::string html_;  // what the row's fields were before they became text, as a JSON object
  std::string kind_;  // of the row's note: the value of a type or note type column
  int cards_ = 0, ragged_ = 0, ragged_line_ = 0;
};

ReadReport read_table(ByteSource& source, const ReadOptions& options, ImportSink& sink, const char* format,
                      std::string_view allowed) {
  CleanText text(source);
  text.next();
  const std::string head(text.piece());
  const bool whole = text.done() >= source.size();
  source.rewind();
  const TableLayout layout = lay_out(head, whole, allowed, options, source.name());
  return TableReader(source, layout, options, sink).read(format);
}

// A table by its suffix, else by its content: then several records with as many columns each.
int sniff_table(std::string_view head, bool suffix, std::string_view allowed, int most) {
  if (suffix) return 80;
  const bool whole = head.size() < head_size;
  if (head.find("\n\n") != std::string_view::npos) return 0;
  const int sure = sureness_of_columns(head, whole, allowed);
  return sure >= 100 ? most : 0;
}

}  // namespace

ReadReport read_anki_text(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  return read_table(source, options, sink, "anki-text", "\t,;|: ");
}

ReadReport read_csv(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  return read_table(source, options, sink, "csv", ",;\t|");
}

ReadReport read_tsv(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  return read_table(source, options, sink, "tsv", "\t");
}

int sniff_csv(std::string_view head, std::string_view file_name) {
  return sniff_table(head, has_suffix(file_name, ".csv"), ",;|", 50);
}

int sniff_tsv(std::string_view head, std::string_view file_name) {
  const bool suffix = has_suffix(file_name, ".tsv") || has_suffix(file_name, ".tab");
  return sniff_table(head, suffix, "\t", 60);
}

int sniff_anki_text(std::string_view head, std::string_view file_name) {
  const bool table = has_suffix(file_name, ".csv") || has_suffix(file_name, ".tsv") || has_suffix(file_name, ".tab");
  return !table && has_header_lines(head) ? 85 : 0;
}

}  // namespace ebb
