// Talking to the person beside the data: notices and questions, both on stderr.
#include <fmt/format.h>

#include <string>

#include "cli/program/command.hpp"

namespace ebb {
namespace {

// One line of stdin without its newline; false at the end.
bool read_answer(std::string& line) {
  line.clear();
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c == '\n') return true;
    line += static_cast<char>(c);
  }
  return !line.empty();
}

}  // namespace

void World::say(const std::string& line) const {
  if (!globals.quiet) fmt::print(stderr, "{}\n", placed(line));
}

bool World::ask(const std::string& question) const {
  if (globals.yes) return true;
  if (!can_ask()) return false;
  std::fflush(stdout);
  for (std::string answer;;) {
    fmt::print(stderr, "{} [y/n] ", question);
    if (!read_answer(answer)) return false;
    if (answer == "y" || answer == "Y" || answer == "yes") return true;
    if (answer == "n" || answer == "N" || answer == "no") return false;
  }
}

}  // namespace ebb
