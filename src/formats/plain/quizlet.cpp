// Quizlet's export: term, separator, definition on each line, no quotes and no escapes; and plain lines that take
// turns.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ebb/core/error.hpp"
#include "formats/intake.hpp"
#include "formats/lines.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

constexpr std::array<std::string_view, 6> separators{"\t", " - ", " – ", ";", ",", ":"};

std::size_t times_in(std::string_view line, std::string_view separator) {
  std::size_t times = 0;
  for (std::size_t at = line.find(separator); at != std::string_view::npos;
       at = line.find(separator, at + separator.size()))
    ++times;
  return times;
}

// How many lines hold each separator exactly once, of those that are not blank.
struct SplitCount {
  int lines = 0;
  std::array<int, separators.size()> once{};

  void add(std::string_view line) {
    if (blank(line)) return;
    ++lines;
    for (std::size_t i = 0; i < separators.size(); ++i) once[i] += times_in(line, separators[i]) == 1 ? 1 : 0;
  }
  std::size_t best() const {
    return static_cast<std::size_t>(std::max_element(once.begin(), once.end()) - once.begin());
  }
};

// Hands on cards made of two texts.
class PairReader {
 public:
  PairReader(ByteSource& source, const ReadOptions& options, ImportSink& sink, ReadReport& report)
      : text_(source),
        intake_(sink, report, source.name(), options.deck.empty() ? deck_from_file(source.name()) : options.deck),
        total_(source.size()),
        lines_(text_) {}

  bool next(std::string& line) { return lines_.next(line); }
  int number() const { return lines_.number(); }
  bool open() const { return open_; }
  void begin(std::string_view question) {
    finish_card();
    open_ = true;
    note_ = {};
    note_.card = ++cards_;
    note_.line = lines_.number();
    note_.question = trimmed(question);
    begin_ = lines_.begin();
    end_ = lines_.end();
  }
  void answer(std::string_view text) {
    end_ = lines_.end();
    if (note_.answer.size() <= 2 * longest_field)
      note_.answer += (note_.answer.empty() ? "" : "\n") + std::string(trimmed(text));
  }
  void finish_card() {
    if (!std::exchange(open_, false) || intake_.left_out_for_bytes(text_, begin_, end_, note_.card)) return;
    intake_.take(std::move(note_), 1);
    intake_.sink().progress(text_.done(), total_);
  }
  void leave_out(std::string what) {
    open_ = false;
    intake_.leave_out(note_.card, {note_.line, 1}, std::move(what));
  }
  void warn(std::string what) { intake_.warn(0, {lines_.number(), 1}, std::move(what)); }
  void finish() {
    finish_card();
    intake_.finish(text_);
    intake_.sink().progress(total_, total_);
  }

 private:
  CleanText text_;
  Intake intake_;
  std::size_t total_;
  Lines lines_;
  ImportedNote note_;
  bool open_ = false;
  int cards_ = 0;
  std::size_t begin_ = 0, end_ = 0;
};

// Whether a field begins with a quote that it does not end with: a table would take it for an error.
bool lone_quote(std::string_view line) {
  while (true) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    const std::string_view field = line.substr(0, end);
    if (field.starts_with('"') && (field.size() == 1 || field.back() != '"')) return true;
    if (end == line.size()) return false;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

ReadReport read_quizlet(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  SplitCount count;
  {
    CleanText text(source);
    Lines lines(text);
    for (std::string line; lines.next(line);) count.add(line);
    source.rewind();
  }
  const std::string_view separator = separators[count.best()];
  ReadReport report;
  report.format = "quizlet";
  report.shape = fmt::format("a term and its definition on each line, between them {}",
                             separator == "\t" ? "a tab" : fmt::format("\"{}\"", separator));
  if (count.once[count.best()] == 0)
    throw Error(
        Exit::input,
        fmt::format("{}: no line holds a term and a definition with a tab or \" - \" between them.", source.name()));
  PairReader cards(source, options, sink, report);
  for (std::string line; cards.next(line);) {
    const std::size_t at = line.find(separator);
    if (at != std::string::npos) {
      cards.begin(std::string_view(line).substr(0, at));
      cards.answer(std::string_view(line).substr(at + separator.size()));
    } else if (cards.open()) {
      cards.answer(line);
    } else if (!blank(line)) {
      cards.warn("text before the first term was not read");
    }
  }
  cards.finish();
  return report;
}

int sniff_quizlet(std::string_view head, std::string_view file_name) {
  for (const std::string_view other : {".csv", ".tsv", ".tab", ".md", ".org", ".json"})
    if (has_suffix(file_name, other)) return 0;
  SplitCount count;
  bool quote = false, whole = true;
  // Of a long file the last line may be cut.
  constexpr std::size_t long_head = std::size_t{60} << 10;
  if (head.size() > long_head) head = head.substr(0, head.rfind('\n') + 1);
  while (!head.empty() && whole) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    whole = !blank(line);
    count.add(line);
    quote |= lone_quote(line);
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  constexpr int least = 2;
  if (!whole || count.lines < least) return 0;
  if (count.once[0] == count.lines) return quote ? 65 : 0;
  return count.once[1] == count.lines ? 55 : 0;
}

ReadReport read_lines(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  ReadReport report;
  report.format = "lines";
  report.shape = "lines that take turns: question, answer";
  PairReader cards(source, options, sink, report);
  for (std::string line; cards.next(line);) {
    if (blank(line)) continue;
    if (!cards.open()) {
      cards.begin(line);
      continue;
    }
    cards.answer(line);
    cards.finish_card();
  }
  if (cards.open()) cards.leave_out("the last question has no answer: left out");
  cards.finish();
  return report;
}

}  // namespace ebb
