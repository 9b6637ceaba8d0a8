// A command line as it was typed so far, in the shell's own spelling, and how the rest of a word has to be spelt.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

// A line of bash that ends where the cursor is.
struct TypedLine {
  std::vector<std::string> words;  // what the program would get; the last is being typed, and may be empty
  char quote = 0;                  // the quote that is open at the end: ' or ", or none
  // How much of the last word, unquoted, stands before the place from which readline replaces: it takes the word apart
  // at each of `:=@<>|&;(` that is not quoted.
  std::size_t kept = 0;
};
TypedLine read_typed_line(std::string_view line);

// The part of `word` that readline puts in, quoted for that place: nothing in it is ever run.
std::string spelled_completion(const TypedLine& line, std::string_view word);

}  // namespace ebb
