// Reading the text of an editor: marks, heads and remarks.
#include "ebb/formats/buffer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/intake.hpp"
#include "formats/markdown/escape.hpp"

namespace ebb {
namespace {

constexpr std::string_view remark = "<!-- ebb";

std::string_view bare_of(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('\\'), line.size()));
  return line;
}

// A line of a side that would be taken for a remark is written with one more backslash.
std::string unremarked(std::string_view line) {
  return std::string(line.substr(line.starts_with('\\') && bare_of(line).starts_with(remark) ? 1 : 0));
}

// `name: value` with a name of letters, digits, - and _; the length of the name, else 0.
std::size_t head_name(std::string_view line) {
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
  return end == std::string_view::npos || line[end] != ':' ? 0 : end;
}

std::vector<std::string> tags_in(std::string_view list) {
  std::vector<std::string> tags;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" \t,"), list.size());
    if (end > 0) add_tag(tags, list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return tags;
}

class BufferReader {
 public:
  explicit BufferReader(std::string_view text) : rest_(text) {}

  BufferRead read() {
    begin(1);
    std::string_view line;
    while (next(line)) take(line);
    finish();
    return std::move(read_);
  }

 private:
  enum class State { head, question, answer };

  // The next line that is no remark.
  bool next(std::string_view& line) {
    bool inside = false;
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      line = rest_.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      ++number_;
      inside = inside || line.starts_with(remark);
      if (!inside) return true;
      inside = line.find("-->") == std::string_view::npos;
    }
    return false;
  }

  void begin(int line) {
    block_ = {};
    block_.line = line;
    state_ = State::head;
    question_.clear();
    answer_.reset();
    told_stray_ = false;
  }

  void take(std::string_view line) {
    if (trimmed(line) == "---") {
      finish();
      return begin(number_ + 1);
    }
    if (begins_side(line, "QC")) {
      if (state_ != State::head) finish(), begin(number_);
      if (!headed()) block_.line = number_;
      state_ = State::question;
      block_.cloze = line[0] == 'C';
      question_ = line.substr(2);
    } else if (begins_side(line, "A")) {
      if (state_ != State::question) return tell("an A: needs a Q: or C: before it, one for each");
      state_ = State::answer;
      answer_ = line.substr(2);
    } else if (state_ == State::head) {
      take_head(line);
    } else {
      std::string& side = state_ == State::answer ? *answer_ : question_;
      side += "\n" + unremarked(line);
    }
  }

  bool headed() const { return !block_.keys.empty() || !block_.id.empty() || block_.deck || block_.tags; }

  void take_head(std::string_view line) {
    if (trimmed(line).empty()) return;
    const bool goes_on = line.starts_with("  ") || line.starts_with('\t');
    if (goes_on && !block_.keys.empty()) {
      block_.keys.back().text += "\n" + std::string(trimmed(line));
      return;
    }
    const std::size_t name = head_name(line);
    if (name == 0) {
      if (!told_stray_)
        tell("this line belongs to no card: a card begins with Q: or C:, or --- and a head of `name: value` lines");
      told_stray_ = true;
      return;
    }
    const std::string key(line.substr(0, name)), text(trimmed(line.substr(name + 1)));
    if (!headed()) block_.line = number_;
    if (key == "id")
      block_.id = text;
    else if (key == "deck")
      block_.deck = text;
    else if (key == "tags")
      block_.tags = tags_in(text);
    else
      block_.keys.push_back({key, text, number_});
  }

  void finish() {
    block_.question = read_side(question_);
    if (answer_) block_.answer = read_side(*answer_);
    const bool empty = blank(block_.question) && blank(block_.answer.value_or(""));
    if (state_ == State::head && block_.id.empty()) return defaults();
    if (empty && block_.id.empty()) return;
    if (block_.id.empty()) {
      if (!block_.deck) block_.deck = deck_;
      if (!block_.tags) block_.tags = tags_;
    }
    if (blank(block_.question)) return tell_of(block_.line, "the card has no question: Q: and its text");
    read_.blocks.push_back(std::move(block_));
  }

  // A head without a card is for the new cards after it.
  void defaults() {
    if (!block_.keys.empty())
      tell_of(block_.keys.front().line,
              fmt::format("`{}:` belongs to a card, and none follows: a card begins with Q: or C:",
                          block_.keys.front().name));
    if (block_.deck) deck_ = block_.deck;
    if (block_.tags) tags_ = block_.tags;
  }

  void tell(std::string what) { tell_of(number_, std::move(what)); }
  void tell_of(int line, std::string what) { read_.problems.push_back({line, std::move(what)}); }

  std::string_view rest_;
  int number_ = 0;
  BufferRead read_;
  BufferBlock block_;
  State state_ = State::head;
  std::string question_;
  std::optional<std::string> answer_, deck_;
  std::optional<std::vector<std::string>> tags_;
  bool told_stray_ = false;
};

}  // namespace

BufferRead read_buffer(std::string_view text) {
  return BufferReader(text).read();
}

std::string buffer_comment(std::string_view text) {
  std::string inside;
  for (const char c : text) inside += c == '>' && inside.ends_with("--") ? std::string(" >") : std::string(1, c);
  return fmt::format("{} {} -->\n", remark, inside);
}

std::string with_remarks(std::string_view text, const std::vector<BufferProblem>& problems) {
  std::string out;
  int number = 0;
  for (bool told = false; !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    ++number;
    for (const BufferProblem& problem : problems)
      if (problem.line == number) out += buffer_comment("cannot read this: " + problem.what);
    told = line.starts_with(fmt::format("{} cannot read this: ", remark));
    if (!told) out += std::string(line) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (const BufferProblem& problem : problems)
    if (problem.line > number) out += buffer_comment("cannot read this: " + problem.what);
  return out;
}

}  // namespace ebb
