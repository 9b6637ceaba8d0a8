// Free words are taken out before the option parser sees the rest: it would strip `[a,b]`, drop `++` and mix up what
// stands around `--`.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "cli/program/command.hpp"

namespace ebb {

// The words of a command line, sorted out.
struct SplitWords {
  std::vector<std::string> free;     // before `--`, in order
  std::vector<std::string> options;  // options and their values, in order
  std::vector<std::string> after;    // after the first `--`
};

// Sorts words by the options that are known: `-n 5` takes the 5 along where `-n` takes a value. A lone `-` and what
// looks like a negative number are free words, unless such an option exists. With `signed_words` so is every `-x`.
SplitWords split_words(std::span<const std::string> words, std::span<const Option> globals,
                       std::span<const Option> own, bool signed_words = false);
// Where the verb is: the first free word before `--`; `words.size()` if there is none.
std::size_t verb_position(const std::vector<std::string>& words, std::span<const Option> globals);

}  // namespace ebb
