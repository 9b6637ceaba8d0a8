// Which words are options, which are their values, and which are free.
#include "cli/program/free_words.hpp"

#include <algorithm>

namespace ebb {
namespace {

using Options = std::span<const Option>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether `flag` is one of the comma-separated names of an option.
bool has_flag(const Option& option, std::string_view flag) {
  for (std::string_view rest = option.flags; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    if (rest.substr(0, comma) == flag) return true;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return false;
}

const Option* find(std::string_view flag, Options globals, Options own) {
  for (const Options options : {own, globals}) {
    for (const Option& option : options)
      if (has_flag(option, flag)) return &option;
  }
  return nullptr;
}

bool looks_like_option(const std::string& word, Options globals, Options own, bool signed_words = false) {
  if (word.size() < 2 || word[0] != '-') return false;
  if (signed_words && word[1] != '-') return find(word, globals, own) != nullptr;
  return !is_digit(word[1]) || find(word.substr(0, 2), globals, own) != nullptr;
}

// Whether the value of an option is the next word: `--limit 5`, `-n 5`, `-qn 5`; not `--limit=5` or `-n5`.
bool takes_next(const std::string& word, Options globals, Options own) {
  if (word.starts_with("--")) {
    const Option* option = find(word, globals, own);
    return option != nullptr && !option->value.empty();
  }
  for (std::size_t at = 1; at < word.size(); ++at) {
    const Option* option = find(std::string{'-', word[at]}, globals, own);
    if (option == nullptr) return false;
    if (!option->value.empty()) return at + 1 == word.size();
  }
  return false;
}

}  // namespace

SplitWords split_words(std::span<const std::string> words, Options globals, Options own, bool signed_words) {
  SplitWords result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      result.after.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (!looks_like_option(words[i], globals, own, signed_words)) {
      result.free.push_back(words[i]);
      continue;
    }
    result.options.push_back(words[i]);
    if (takes_next(words[i], globals, own) && i + 1 < words.size()) result.options.push_back(words[++i]);
  }
  return result;
}

std::size_t verb_position(const std::vector<std::string>& words, Options globals) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (!looks_like_option(words[i], globals, {})) return i;
    if (takes_next(words[i], globals, {})) ++i;
  }
  return words.size();
}

}  // namespace ebb
