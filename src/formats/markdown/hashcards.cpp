// The dialect of hashcards: Q: and A:, C: with [holes], --- between cards. What it would refuse is told and passed
// over.
#include <fmt/format.h>

#include "formats/markdown/dialects.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/markdown/hashcards_cloze.hpp"

namespace ebb {
namespace {

class HashcardsReader {
 public:
  HashcardsReader(MarkdownPage& page, const PageLook& look) : page_(page), front_lines_(look.front_lines) {}

  void read() {
    std::string line;
    while (page_.lines.next(line)) {
      if (page_.lines.number() > front_lines_) take_line(line);
      if (state_ != State::nothing) end_ = page_.lines.end();
    }
    finish_card();
  }

 private:
  enum class State { nothing, question, answer, cloze };

  void take_line(std::string_view line) {
    const bool mark = begins_side(line, "QAC");
    if (mark && line[0] == 'A') return answer(line.substr(2));
    if (mark) return begin(line[0] == 'Q' ? State::question : State::cloze, line.substr(2));
    if (trimmed(line) == "---") return finish_card();
    const int level = heading_level(line);
    if (level > 0 && !fence_.inside()) {
      finish_card();
      return page_.heading(level, line.substr(static_cast<std::size_t>(level)));
    }
    if (state_ == State::nothing) return stray(line);
    fence_.line(line);
    std::string& side = state_ == State::answer ? answer_ : question_;
    if (side.size() <= 2 * longest_field) side += fmt::format("\n{}", line);
  }

  void begin(State state, std::string_view text) {
    finish_card();
    state_ = state;
    note_ = page_.begin();
    begin_ = page_.lines.begin();
    question_ = text;
    answer_.clear();
    start_side(text);
    told_stray_ = false;
  }

  void start_side(std::string_view text) {
    fence_ = {};
    fence_.line(without_edge(trimmed(text)));
  }

  void answer(std::string_view text) {
    if (state_ == State::question) {
      state_ = State::answer;
      answer_ = text;
      return start_side(text);
    }
    finish_card();
    page_.warn(page_.lines.number(), "an A: without a Q: before it was not read");
    told_stray_ = true;
  }

  // Text that belongs to no card, once for each run of it.
  void stray(std::string_view line) {
    if (blank(line) || told_stray_) return;
    told_stray_ = true;
    page_.warn(page_.lines.number(), "text before a Q: or C: was not read");
  }

  void finish_card() {
    const State state = state_;
    state_ = State::nothing;
    fence_ = {};
    told_stray_ = false;
    if (state == State::nothing) return;
    if (state == State::question) return page_.leave_out(note_, "a Q: without an A: left out");
    note_.question = read_side(question_);
    note_.answer = read_side(answer_);
    if (state == State::cloze) {
      const Cloze cloze = parse_hashcards_cloze(note_.question);
      if (cloze.holes.empty()) return page_.leave_out(note_, "a C: without a [hole]: left out");
      if (const std::string why = make_cloze(note_, cloze); !why.empty())
        return page_.leave_out(note_, why + ": left out");
    }
    if (!seen_.add(note_.question + '\x1f' + note_.answer + '\x1f' + note_.more))
      return page_.intake().tell("a card equal to one before it was dropped, as hashcards does");
    page_.take(std::move(note_), begin_, end_);
  }

  MarkdownPage& page_;
  int front_lines_;
  State state_ = State::nothing;
  ImportedNote note_;
  std::string question_, answer_;
  Fence fence_;
  SeenIds seen_;
  std::size_t begin_ = 0, end_ = 0;
  bool told_stray_ = false;
};

}  // namespace

void read_hashcards(MarkdownPage& page, const PageLook& look) {
  HashcardsReader(page, look).read();
}

}  // namespace ebb
