// What was typed for a filter, cut into words, parentheses and the words and, or, not, each with its place in the line.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// One piece of a filter.
struct FilterToken {
  enum class Kind { word, open, close, both, either, negated } kind = Kind::word;
  std::string text;        // of a word, without its quotes; a backslash before what is to be taken as it is
  std::size_t colon = npos;  // in `text`: the first colon that is not in quotes
  std::size_t begin = 0, end = 0;  // in the line
  bool quoted = false;             // it begins with a quotation mark
  static constexpr std::size_t npos = std::string::npos;
};

// A filter cut up. `line` is all of it on one line, for errors to point into.
struct FilterTokens {
  std::string line;
  std::vector<FilterToken> tokens;
};

// Cuts up the free words of a command line. One that holds several words is a group, as if it stood in parentheses.
// Throws Error(Exit::usage) for a quote without its end.
FilterTokens filter_tokens(const std::vector<std::string>& words);

// Throws Error(Exit::usage): `message`, then the line with a mark under the bytes from `begin` to `end`.
[[noreturn]] void filter_error(const std::string& line, std::size_t begin, std::size_t end, const std::string& message);

}  // namespace ebb
