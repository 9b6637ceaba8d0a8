// Plain text: questions and answers as paragraphs between blank lines, or lines that begin with `Q:` and `A:`.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ebb/core/error.hpp"
#include "formats/intake.hpp"
#include "formats/lines.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

// Whether a paragraph begins with a list mark: `1)` `1.` `-` `*` `•`, then a blank.
bool list_mark(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at > 0) {
    if (at >= text.size() || (text[at] != ')' && text[at] != '.')) return false;
    ++at;
  } else if (text.starts_with("•")) {
    return true;
  } else {
    at = text.starts_with('-') || text.starts_with('*') ? 1 : 0;
  }
  return at > 0 && (at == text.size() || text[at] == ' ' || text[at] == '\t');
}

bool marked(std::string_view line, char letter) { return begins_side(line, std::string_view(&letter, 1)); }

std::string_view without_end_blanks(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

struct Paragraph {
  std::string text;
  int line = 0;
  std::size_t begin = 0, end = 0;
};

// Paragraphs of a text: runs of lines that are not blank. A title, `#` on the first line, is one by itself.
class Paragraphs {
 public:
  explicit Paragraphs(CleanText& text) : lines_(text) {}
  bool next(Paragraph& paragraph) {
    paragraph.text.clear();
    std::string line;
    while (lines_.next(line)) {
      if (blank(line)) {
        if (!paragraph.text.empty()) return true;
        continue;
      }
      if (paragraph.text.empty()) {
        paragraph.line = lines_.number();
        paragraph.begin = lines_.begin();
      } else if (paragraph.text.size() <= 2 * longest_field) {
        paragraph.text += '\n';
      }
      paragraph.end = lines_.end();
      if (paragraph.text.size() <= 2 * longest_field) paragraph.text += without_end_blanks(line);
      const bool title = !std::exchange(began_, true) && line.starts_with('#');
      if (title) return true;
    }
    return !paragraph.text.empty();
  }

 private:
  Lines lines_;
  bool began_ = false;
};

// What the first pass finds out.
struct Layout {
  bool has_q = false, has_a = false;
  int odd_line = 0;  // line of a last question without an answer; 0 if all are paired
  int paragraphs = 0, of_two_lines = 0, lines_in_last = 0;  // without the title
  // Whether the lines may take turns instead.
  bool may_take_turns() const {
    return of_two_lines == paragraphs ? paragraphs > 1 : paragraphs == 1 && lines_in_last % 2 == 0;
  }
};

// Puts paragraphs together to cards. `end_card` is called with a complete card.
class Pairing {
 public:
  enum class Step { title, question, answer, joined };
  Step step(const Paragraph& paragraph) {
    const bool first = !std::exchange(began_, true);
    if (first && paragraph.text.starts_with('#')) return Step::title;
    const bool joins = has_answer_ && list_mark(paragraph.text);
    if (joins) return Step::joined;
    const bool question = !open_;
    open_ = question;
    has_answer_ = !question;
    return question ? Step::question : Step::answer;
  }
  bool odd() const { return open_; }

 private:
  bool began_ = false, open_ = false, has_answer_ = false;
};

Layout look(ByteSource& source) {
  CleanText text(source);
  Paragraphs paragraphs(text);
  Pairing pairing;
  Layout layout;
  Paragraph paragraph;
  while (paragraphs.next(paragraph)) {
    std::string_view rest = paragraph.text;
    while (!rest.empty()) {
      layout.has_q |= marked(rest, 'Q');
      layout.has_a |= marked(rest, 'A');
      const std::size_t end = rest.find('\n');
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    const Pairing::Step step = pairing.step(paragraph);
    if (step == Pairing::Step::question) layout.odd_line = paragraph.line;
    if (step == Pairing::Step::title) continue;
    ++layout.paragraphs;
    layout.lines_in_last = 1 + static_cast<int>(std::count(paragraph.text.begin(), paragraph.text.end(), '\n'));
    layout.of_two_lines += layout.lines_in_last == 2 ? 1 : 0;
  }
  if (!pairing.odd()) layout.odd_line = 0;
  source.rewind();
  return layout;
}

class TextReader {
 public:
  TextReader(ByteSource& source, const ReadOptions& options, ImportSink& sink)
      : options_(options),
        text_(source),
        intake_(sink, report_, source.name(), options.deck.empty() ? deck_from_file(source.name()) : options.deck),
        total_(source.size()) {
    report_.format = "text";
  }

  ReadReport read_paragraphs() {
    report_.shape = "paragraphs: question, answer; a paragraph that begins with a list mark continues the answer";
    Paragraphs paragraphs(text_);
    Pairing pairing;
    Paragraph paragraph;
    while (paragraphs.next(paragraph)) {
      switch (pairing.step(paragraph)) {
        case Pairing::Step::title: title(paragraph.text); break;
        case Pairing::Step::question: begin(paragraph); break;
        case Pairing::Step::answer: note_.answer = paragraph.text; break;
        case Pairing::Step::joined:
          note_.answer += "\n\n" + paragraph.text;
          ++joined_;
          break;
      }
      end_ = paragraph.end;
    }
    finish_card(pairing.odd());
    if (joined_ > 0)
      report_.told.push_back(fmt::format("paragraphs that begin with a list mark, joined to the answer before them: {}",
                                         joined_));
    return finish();
  }

  ReadReport read_marked() {
    report_.shape = "lines that begin with Q: and A:";
    marked_ = true;
    Lines lines(text_);
    std::string line;
    while (lines.next(line)) {
      const bool first = !std::exchange(began_, true);
      if (marked(line, 'Q')) {
        finish_card(false);
        begin({line.substr(2), lines.number(), lines.begin(), lines.end()});
        side_ = &note_.question;
      } else if (marked(line, 'A') && side_ == &note_.question) {
        note_.answer = line.substr(2);
        side_ = &note_.answer;
      } else if ((first || after_break_) && line.starts_with('#')) {
        title(line);
      } else {
        marked_line(line, lines.number());
      }
      after_break_ = trimmed(line) == "---" || (after_break_ && blank(line));
      end_ = lines.end();
    }
    finish_card(false);
    return finish();
  }

 private:
  // A line without a mark: the side goes on, the card ends at `---`, or it belongs to nothing.
  void marked_line(std::string_view line, int number) {
    if (trimmed(line) == "---") return finish_card(false);
    const bool stray = side_ == nullptr || marked(line, 'A');
    if (stray && !blank(line))
      intake_.warn(0, {number, 1}, marked(line, 'A') ? "an A: without a Q: before it was not read"
                                                     : "text before a Q: was not read");
    if (!stray && side_->size() <= 2 * longest_field) *side_ += fmt::format("\n{}", line);
  }

  void title(std::string_view line) {
    while (line.starts_with('#')) line.remove_prefix(1);
    line = trimmed(line.substr(0, line.find('\n')));
    if (options_.deck.empty()) deck_ = line;
    report_.told.push_back(fmt::format("the title \"{}\" {}", line,
                                       options_.deck.empty() ? "names the deck" : "was not used"));
  }

  void begin(const Paragraph& question) {
    finish_card(false);
    open_ = true;
    note_ = {};
    note_.question = question.text;
    note_.line = question.line;
    note_.card = ++cards_;
    begin_ = question.begin;
  }

  void finish_card(bool odd) {
    side_ = nullptr;
    if (!std::exchange(open_, false)) return;
    if (intake_.left_out_for_bytes(text_, begin_, end_, note_.card)) return;
    if (odd) return intake_.leave_out(note_.card, {note_.line, 1}, "the last question has no answer: left out");
    note_.question = marked_ ? read_side(note_.question) : std::string(trimmed(note_.question));
    note_.answer = marked_ ? read_side(note_.answer) : std::string(trimmed(note_.answer));
    note_.deck = deck_;
    intake_.take(std::move(note_), 1);
    intake_.sink().progress(text_.done(), total_);
  }

  ReadReport finish() {
    intake_.finish(text_);
    intake_.sink().progress(total_, total_);
    return std::move(report_);
  }

  const ReadOptions& options_;
  ReadReport report_;
  CleanText text_;
  Intake intake_;
  std::size_t total_, begin_ = 0, end_ = 0;
  ImportedNote note_;
  std::string deck_;
  std::string* side_ = nullptr;
  bool open_ = false, began_ = false, marked_ = false, after_break_ = false;
  int cards_ = 0, joined_ = 0;
};

}  // namespace

ReadReport read_text(ByteSource& source, const ReadOptions& options, ImportSink& sink) {
  const Layout layout = look(source);
  TextReader reader(source, options, sink);
  if (layout.has_q && layout.has_a) return reader.read_marked();
  const bool forced = options.format == "text";
  if (layout.may_take_turns() && !forced)
    throw AmbiguousLayout(
        fmt::format("{}: its lines may take turns as question and answer, or be longer questions and answers with a blank "
                    "line between. Say --format lines for the one, --format text for the other.", source.name()),
        "lines", "Do they take turns?");
  if (layout.odd_line > 0 && !forced)
    throw AmbiguousLayout(
        fmt::format("{}:{}: the paragraphs cannot be paired: the last question has no answer. Add one, or take "
                    "the others with --format text.", source.name(), layout.odd_line),
        "text", "Take the others?");
  return reader.read_paragraphs();
}

int sniff_text(std::string_view, std::string_view file_name) {
  return has_suffix(file_name, ".txt") || has_suffix(file_name, ".text") ? 40 : 10;
}

}  // namespace ebb
