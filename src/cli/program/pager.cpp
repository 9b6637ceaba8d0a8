// The pager: what PAGER says, else less, which leaves at once what fits on the screen.
#include "cli/program/pager.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

#include "cli/config/configuration.hpp"
#include "cli/program/command.hpp"
#include "cli/program/looks.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/system/process.hpp"

namespace ebb {

bool is_paged(std::string_view verb) {
  constexpr std::array<std::string_view, 7> verbs{"help", "lint", "list", "log", "show", "trace", "why"};
  return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

namespace {

// Where the program is not there, the output must not be lost: then it is shown as it comes.
std::string or_cat(const std::string& command) {
  const std::string program = command.substr(0, command.find(' '));
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
  if (program.find_first_not_of(plain) != std::string::npos) return command;
  return "command -v " + program + " >/dev/null 2>&1 || exec cat\n" + command;
}

}  // namespace

Pager::Pager(const std::string& command, int width) {
  std::cout.flush();
  std::fflush(stdout);
  if (!environment("LESS")) set_environment("LESS", "FRX");
  if (!environment("LV")) set_environment("LV", "-c");
  const PipedProgram program = start_shell_with_input(or_cat(command));
  if (program.input < 0) return;
  set_environment("COLUMNS", std::to_string(width));
  child_ = program.process;
  terminal_ = ::dup(STDOUT_FILENO);
  ::dup2(program.input, STDOUT_FILENO);
  ::close(program.input);
}

Pager::~Pager() {
  if (child_ < 0) return;
  std::cout.flush();
  std::fflush(stdout);
  ::dup2(terminal_, STDOUT_FILENO);  // the last end of the pipe: the program sees that this was all
  ::close(terminal_);
  wait_for(child_);
}

void World::page() const {
  if (!out_terminal || globals.plain || globals.json || pager != nullptr) return;
  if (environment("TERM").value_or("dumb") == "dumb") return;
  const std::string command = config().text("pager");
  if (command.empty() || command == "cat") return;
  pager = std::make_shared<const Pager>(command, looks_of(*this).width);
}

}  // namespace ebb
