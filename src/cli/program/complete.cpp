// ebb complete: what could be typed next, for the completions of shells. Not in `ebb help`; docs/scripting.md has it.
#include <iostream>

#include "cli/program/candidates.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/typed_so_far.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// Not what would break the line, nor what a terminal must not get.
bool can_be_told(const std::string& word) {
  return word.find_first_of("\n\t") == std::string::npos && screen_text(word) == word;
}

// `WORD<TAB>HELP` a line, and `:files` where files may stand.
void print_words(const Candidates& found) {
  for (const Candidate& one : found.all) {
    if (!can_be_told(one.word)) continue;
    std::cout << one.word;
    if (!one.help.empty()) std::cout << '\t' << one_line(one.help);
    std::cout << '\n';
  }
  if (found.files) std::cout << ":files\n";
}

// The same as bash takes it: quoted for where the cursor is. A blank at the end finishes the word.
void print_spelled(const TypedLine& line, const Candidates& found) {
  for (const Candidate& one : found.all) {
    if (!can_be_told(one.word)) continue;
    const std::string text = spelled_completion(line, one.word);
    std::cout << text << (one.unfinished || line.quote != 0 ? "" : " ") << '\n';
  }
  if (found.files) std::cout << ":files\n";
}

// What stands after the program and what sets variables for it.
std::vector<std::string> after_program(const std::vector<std::string>& words) {
  std::size_t program = 0;
  while (program + 1 < words.size() && words[program].find('=') != std::string::npos) ++program;
  if (program + 1 >= words.size()) return {""};
  return {words.begin() + static_cast<std::ptrdiff_t>(program) + 1, words.end()};
}

int run(const World&, const Arguments& arguments) {
  const auto& words = arguments.words;
  if (words.size() == 2 && words[0] == "bash") {
    TypedLine line = read_typed_line(words[1]);
    print_spelled(line, candidates_for(after_program(line.words)));
    return 0;
  }
  if (words.empty() || words[0] != "words")
    throw Error(Exit::usage, "It takes: ebb complete -- words WORD…, or ebb complete -- bash LINE");
  print_words(candidates_for({words.begin() + 1, words.end()}));
  return 0;
}

}  // namespace

const Command complete_command{
    .name = "complete",
    .aliases = "",
    .usage = "-- words WORD…|bash LINE",
    .summary = "what could be typed next (for the completions of shells)",
    .examples =
        "ebb complete -- words review deck:  the decks, a line each\n"
        "ebb complete -- bash 'ebb rev'      the same for a line of bash, quoted for its end\n",
    .options = {},
    .run = run,
};

}  // namespace ebb
