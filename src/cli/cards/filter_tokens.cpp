// Cutting up what was typed for a filter.
#include "cli/cards/filter_tokens.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

using Kind = FilterToken::Kind;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Kind kind_of_word(std::string_view word) {
  if (word == "and" || word == "AND") return Kind::both;
  if (word == "or" || word == "OR") return Kind::either;
  return word == "not" || word == "NOT" ? Kind::negated : Kind::word;
}

// Cuts up one argument, which begins at `start` in the line.
class ArgumentReader {
 public:
  ArgumentReader(const std::string& line, std::size_t start, std::size_t size) : line_(line), at_(start), end_(start + size) {}

  std::vector<FilterToken> read() {
    while (skip_blanks()) {
      const char c = line_[at_];
      if (c == '(') mark(Kind::open);
      else if (c == ')') mark(Kind::close);
      else if (c == '-' && negates()) mark(Kind::negated);
      else read_word();
    }
    return std::move(tokens_);
  }

 private:
  bool skip_blanks() {
    while (at_ < end_ && is_blank(line_[at_])) ++at_;
    return at_ < end_;
  }
  // `-tag:x`, as in Anki; not `-5` and not a lone dash.
  bool negates() const {
    return at_ + 1 < end_ && (is_letter(line_[at_ + 1]) || line_[at_ + 1] == '"' || line_[at_ + 1] == '(');
  }
  void mark(Kind kind) {
    tokens_.push_back({kind, {}, FilterToken::npos, at_, at_ + 1, false});
    ++at_;
  }

  void read_word() {
    FilterToken token;
    token.begin = at_;
    token.quoted = line_[at_] == '"';
    while (at_ < end_ && !is_blank(line_[at_])) {
      if (is_expression(token.text)) read_expression(token);
      else if (line_[at_] == '(' || line_[at_] == ')') break;
      else if (line_[at_] == '"') read_quoted(token);
      else read_plain(token);
    }
    token.end = at_;
    if (!token.quoted) token.kind = kind_of_word(token.text);
    tokens_.push_back(std::move(token));
  }

  // Everything after `re:` belongs to the regular expression.
  static bool is_expression(std::string_view text) {
    return text == "re:" || text.ends_with(":re:");
  }

  void read_expression(FilterToken& token) {
    const bool quoted = line_[at_] == '"';
    const std::size_t begin = at_;
    if (quoted) ++at_;
    int depth = 0;
    for (; at_ < end_; ++at_) {
      const char c = line_[at_];
      if (quoted ? c == '"' : is_blank(c) || (c == ')' && depth == 0)) break;
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (c == '\\' && at_ + 1 < end_) {
        ++at_;
        if (!(quoted && line_[at_] == '"')) token.text += c;
      }
      token.text += line_[at_];
    }
    if (!quoted) return;
    if (at_ == end_) no_end(begin);
    ++at_;
  }

  void read_quoted(FilterToken& token) {
    const std::size_t begin = at_++;
    for (; at_ < end_ && line_[at_] != '"'; ++at_) {
      const char c = line_[at_];
      if (c == '*') token.text += '\\';
      if (c == ':' && token.colon == FilterToken::npos && token.begin == begin) token.colon = token.text.size();
      token.text += c;
      if (c == '\\' && at_ + 1 < end_) token.text += line_[++at_];
    }
    if (at_ == end_) no_end(begin);
    ++at_;
  }

  void read_plain(FilterToken& token) {
    const char c = line_[at_++];
    if (c == ':' && token.colon == FilterToken::npos) token.colon = token.text.size();
    token.text += c;
    if (c == '\\' && at_ < end_) token.text += line_[at_++];
  }

  [[noreturn]] void no_end(std::size_t begin) const {
    filter_error(line_, begin, end_, "A quotation mark has no second one.");
  }

  const std::string& line_;
  std::size_t at_, end_;
  std::vector<FilterToken> tokens_;
};

// Whether the words stand by themselves: parentheses in pairs, and nothing joined to what is outside.
bool is_group(const std::vector<FilterToken>& tokens) {
  int depth = 0;
  for (const FilterToken& token : tokens) {
    if (token.kind == Kind::open) ++depth;
    if (token.kind == Kind::close && --depth < 0) return false;
  }
  const auto joins = [](Kind kind) { return kind == Kind::both || kind == Kind::either; };
  return tokens.size() > 1 && depth == 0 && !joins(tokens.front().kind) && !joins(tokens.back().kind) &&
         tokens.back().kind != Kind::negated;
}

}  // namespace

FilterTokens filter_tokens(const std::vector<std::string>& words) {
  FilterTokens result;
  for (const std::string& word : words) result.line += (result.line.empty() ? "" : " ") + word;
  std::size_t start = 0;
  for (const std::string& word : words) {
    const auto tokens = ArgumentReader(result.line, start, word.size()).read();
    const bool group = words.size() > 1 && is_group(tokens);
    if (group) result.tokens.push_back({Kind::open, {}, FilterToken::npos, start, start + 1, false});
    result.tokens.insert(result.tokens.end(), tokens.begin(), tokens.end());
    start += word.size();
    if (group) result.tokens.push_back({Kind::close, {}, FilterToken::npos, start - 1, start, false});
    ++start;
  }
  return result;
}

void filter_error(const std::string& line, std::size_t begin, std::size_t end, const std::string& message) {
  const auto shown = [&](std::size_t from, std::size_t to) {
    std::string text = line.substr(std::min(from, line.size()), to - from);
    for (char& c : text)
      if (is_blank(c)) c = ' ';
    return screen_text(text);
  };
  const auto before = static_cast<std::size_t>(cells(shown(0, begin)));
  const auto under = static_cast<std::size_t>(std::max(1, cells(shown(begin, end))));
  throw Error(Exit::usage, message + "\n  " + shown(0, line.size()) + "\n  " + std::string(before, ' ') + "^" +
                               std::string(under - 1, '~'));
}

}  // namespace ebb
