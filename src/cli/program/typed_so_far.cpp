// Bash's quoting, as far as one line with the cursor at its end needs it.
#include "cli/program/typed_so_far.hpp"

#include <algorithm>

namespace ebb {
namespace {

// Characters at which readline begins a new word inside one of ours (COMP_WORDBREAKS without blanks and quotes).
constexpr std::string_view breaks = ":=@<>|&;(";

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-./:,+@%^=").find(c) != std::string_view::npos || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// A control character cannot be typed back: between `$'` and `'` it has a spelling.
std::string control(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("$'\\x") + digits[byte >> 4] + digits[byte & 15] + "'";
}

}  // namespace

TypedLine read_typed_line(std::string_view line) {
  TypedLine typed;
  typed.words.emplace_back();
  bool inside = false;  // a word has begun
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    std::string& word = typed.words.back();
    if (typed.quote != 0) {
      if (c == typed.quote)
        typed.quote = 0;
      else if (c == '\\' && typed.quote == '"' && i + 1 < line.size() &&
               std::string_view("$`\"\\").find(line[i + 1]) != std::string_view::npos)
        word += line[++i];
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      typed.quote = c;
      typed.kept = word.size();
      inside = true;
    } else if (c == '\\' && i + 1 < line.size()) {
      word += line[++i];
      inside = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      if (inside) typed.words.emplace_back();
      inside = false;
      typed.kept = 0;
    } else {
      word += c;
      inside = true;
      if (breaks.find(c) != std::string_view::npos) typed.kept = word.size();
    }
  }
  return typed;
}

std::string spelled_completion(const TypedLine& line, std::string_view word) {
  word.remove_prefix(std::min(line.kept, word.size()));
  std::string text;
  for (const char c : word) {
    const bool unprintable = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (line.quote == '\'') {
      text += c == '\'' ? "'\\''" : std::string(1, c);
    } else if (line.quote == '"') {
      if (std::string_view("$`\"\\!").find(c) != std::string_view::npos)
        text += c == '!' ? "\"\\!\"" : std::string{'\\', c};
      else
        text += c;
    } else if (unprintable) {
      text += control(c);
    } else {
      if (!plain(c)) text += '\\';
      text += c;
    }
  }
  return text;
}

}  // namespace ebb
