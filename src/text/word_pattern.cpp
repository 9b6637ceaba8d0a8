// Whole words, beginnings and parts of words in folded text.
#include <utf8proc.h>

#include <algorithm>

#include "ebb/text/search.hpp"
#include "ebb/text/unicode.hpp"
#include "text/code_points.hpp"

namespace ebb {
namespace {

// A character of the private area stands for a star while the pattern is folded.
constexpr std::string_view star = "\xEE\x80\x80";

bool writes_no_blanks(std::int32_t c) {
  return (c >= 0x2E80 && c <= 0x30FF && c != 0x3000 && !(c >= 0x3001 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020)) ||
         (c >= 0x3130 && c <= 0x318F) || (c >= 0x31A0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool in_words(std::int32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

// Whether a word goes on across this character: not so where every character is a word.
bool joins(std::int32_t c) { return in_words(c) && !writes_no_blanks(c); }

std::int32_t point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return code_point_at(text, begin).value;
}

// Whether no word goes on across the byte `at`.
bool at_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !joins(point_before(text, at)) || !joins(code_point_at(text, at).value);
}

bool one_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!in_words(point.value)) return false;
    at += point.size;
  }
  return true;
}

std::string with_star_marks(std::string_view typed) {
  std::string marked;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (typed[at] == '\\' && at + 1 < typed.size()) marked += typed[++at];
    else if (typed[at] == '*') marked += star;
    else marked += typed[at];
  }
  return marked;
}

}  // namespace

WordPattern::WordPattern(std::string_view typed) {
  const std::string folded = fold_text(with_star_marks(typed));
  std::string_view rest = folded;
  begins_ = !rest.starts_with(star);
  ends_ = !rest.ends_with(star);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(star), rest.size());
    if (end > 0) pieces_.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + star.size(), rest.size()));
  }
}

bool WordPattern::in(std::string_view folded) const {
  if (pieces_.empty()) return true;
  const std::string& first = pieces_.front();
  for (std::size_t at = folded.find(first); at != std::string_view::npos; at = folded.find(first, at + 1)) {
    if (begins_ && !at_boundary(folded, at)) continue;
    if (fits(folded, 1, at + first.size())) return true;
  }
  return false;
}

// Whether the pieces from `piece` on follow the byte `at` inside one word.
bool WordPattern::fits(std::string_view folded, std::size_t piece, std::size_t at) const {
  if (piece == pieces_.size()) return !ends_ || at_boundary(folded, at);
  const std::string& next = pieces_[piece];
  for (std::size_t found = folded.find(next, at); found != std::string_view::npos; found = folded.find(next, found + 1)) {
    if (!one_word(folded.substr(at, found - at))) return false;
    if (fits(folded, piece + 1, found + next.size())) return true;
  }
  return false;
}

bool name_fits(std::string_view pattern, std::string_view name) {
  // Greedy with one place to go back to: linear enough, and no recursion.
  std::size_t p = 0, n = 0, back_p = std::string_view::npos, back_n = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      back_p = ++p;
      back_n = n;
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p;
      ++n;
    } else if (back_p != std::string_view::npos) {
      p = back_p;
      n = ++back_n;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (!joins(point.value)) {
      end_word(at);
      if (in_words(point.value)) words.push_back(folded.substr(at, point.size));
      begin = at + point.size;
    }
    at += point.size;
  }
  end_word(folded.size());
  return words;
}

}  // namespace ebb
