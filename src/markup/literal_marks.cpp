// Signs that people write without meaning Markdown.
#include "markup/literal_marks.hpp"

#include <algorithm>

#include "markup/code_ranges.hpp"
#include "markup/stand_ins.hpp"

namespace ebb {
namespace {

constexpr auto npos = std::string_view::npos;

bool word_byte(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == ')' ||
         byte == '(' || static_cast<unsigned char>(byte) >= 0x80;
}

void append_literal(std::string& out, char sign) {
  const std::size_t offset = literal_signs.find(sign);
  if (offset == npos)
    out += sign;
  else
    append_stand_in(out, StandIn::literal, offset);
}

std::size_t run_of(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end - at;
}

bool list_mark(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits < 10 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

// A whole line of one sign would make the line before it a heading.
bool underlines(std::string_view line) {
  return !line.empty() && (line[0] == '=' || line[0] == '-') && line.find_first_not_of(line[0]) == npos && line.find('|') == npos;
}

bool reference(std::string_view line) {
  return line.starts_with("[") && line.find("]:") != npos;
}

// A line that ends as C does is code, and its stars are no emphasis.
bool looks_like_code(std::string_view line) {
  const std::size_t last = line.find_last_not_of(' ');
  return last != npos && (line[last] == ';' || line[last] == '{' || line[last] == '}');
}

// `__init__`: a name, not a strong word.
std::size_t dunder(std::string_view text, std::size_t at) {
  if (run_of(text, at) != 2) return 0;
  std::size_t end = at + 2;
  while (end < text.size() && (word_byte(text[end]) || text[end] == '_') && text[end] != '(' && text[end] != ')') ++end;
  const std::string_view name = text.substr(at, end - at);
  return name.size() > 4 && name.ends_with("__") ? name.size() : 0;
}

class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text), code_(code_ranges(text)), range_(code_.begin()) {}

  std::string whole() {
    out_.reserve(text_.size() + 64);
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line(at, end);
      if (end < text_.size()) out_ += '\n';
      at = end + 1;
    }
    return std::move(out_);
  }

 private:
  bool in_code(std::size_t at) {
    while (range_ != code_.end() && range_->end <= at) ++range_;
    return range_ != code_.end() && range_->begin <= at;
  }

  void line(std::size_t begin, std::size_t end) {
    const std::string_view whole = text_.substr(begin, end - begin);
    const std::size_t first = std::min(whole.find_first_not_of(' '), whole.size());
    const bool fenced = in_code(begin + first) && range_->fenced;
    if (fenced) {
      out_ += whole;
      return;
    }
    const std::string_view content = whole.substr(first);
    const bool marked = list_mark(content);
    if (content.empty()) {
      after_blank_ = true;
    } else if (marked) {
      in_list_ = true;
    } else if (after_blank_ && first == 0) {
      in_list_ = false;
    }
    if (!content.empty()) after_blank_ = false;
    std::size_t at = begin;
    const bool keeps_shape = first > 0 && !in_list_ && !content.empty() && !range_begins_fence(begin + first);
    for (; at < begin + first; ++at) keeps_shape ? append_literal(out_, ' ') : void(out_ += ' ');
    if (underlines(content) || reference(content)) append_literal(out_, text_[at++]);
    rest_of(at, begin + first, end, looks_like_code(content));
  }

  bool range_begins_fence(std::size_t at) const { return range_ != code_.end() && range_->fenced && range_->begin <= at; }

  void rest_of(std::size_t at, std::size_t start, std::size_t end, bool code_line) {
    while (at < end) {
      if (in_code(at)) {
        const std::size_t until = std::min(range_->end, end);
        out_ += text_.substr(at, until - at);
        at = until;
        continue;
      }
      at = sign(at, start, end, code_line);
    }
  }

  std::size_t sign(std::size_t at, std::size_t start, std::size_t end, bool code_line) {
    const char c = text_[at];
    if (c == '\\' && at + 1 < end && text_[at + 1] == '|') {  // the only way to have one in a table
      out_ += "\\|";
      return at + 2;
    }
    if (c == '\\') {
      append_literal(out_, c);
      if (at + 1 < end) append_literal(out_, text_[at + 1]);
      return std::min(at + 2, end);
    }
    if (c == '&' || c == '<' || (c == '~' && at == start)) {
      append_literal(out_, c);
      return at + 1;
    }
    if (c != '*' && c != '_') {
      out_ += c;
      return at + 1;
    }
    const std::size_t run = std::min(run_of(text_, at), end - at);
    const std::size_t name = c == '_' ? dunder(text_, at) : 0;
    // `2*3*4` is a product; a word with a strong part has two stars.
    const bool product = c == '*' && run == 1 && at > start && at + 1 < end && word_byte(text_[at - 1]) && word_byte(text_[at + 1]);
    const std::size_t until = at + (name > 0 ? name : run);
    const bool listed = at == start && run == 1 && at + 1 < end && text_[at + 1] == ' ';
    for (; at < until; ++at) name > 0 || product || (code_line && !listed) ? append_literal(out_, text_[at]) : void(out_ += text_[at]);
    return until;
  }

  std::string_view text_;
  std::vector<CodeRange> code_;
  std::vector<CodeRange>::const_iterator range_;
  std::string out_;
  bool in_list_ = false, after_blank_ = true;
};

}  // namespace

std::string without_false_marks(std::string_view text) {
  return LineReader(text).whole();
}

}  // namespace ebb
