// The lines that the user is told to type, about the collection that this command was about.
#include "cli/program/commands.hpp"
#include "cli/program/shell_words.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// Verbs that open no collection need no place.
bool needs_place(std::string_view verb) {
  return find_command(verb) != nullptr && verb != "help" && verb != "version" && verb != "check" && verb != "trace";
}

std::string_view word_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at);
  return text.substr(at, (end == std::string_view::npos ? text.size() : end) - at);
}

}  // namespace

std::string World::ebb() const {
  std::string program = "ebb";
  if (!globals.directory.empty()) program += " -C " + one_line(shell_word(globals.directory));
  if (!globals.db.empty()) program += " --db " + one_line(shell_word(globals.db));
  return program;
}

std::string World::placed(std::string text) const {
  const std::string program = ebb();
  constexpr std::string_view bare = "ebb ";
  if (program == "ebb") return text;
  for (std::size_t at = 0; (at = text.find(bare, at)) != std::string::npos;) {
    const bool word_begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '`';
    const bool ours = word_begins && needs_place(word_at(text, at + bare.size()));
    if (ours) text.replace(at, 3, program);
    at += ours ? program.size() : bare.size();
  }
  return text;
}

}  // namespace ebb
