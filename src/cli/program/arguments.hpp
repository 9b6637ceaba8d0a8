// From words to a command, its options and its free words.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "cli/program/command.hpp"

namespace ebb {

// The options that stand before or after any verb.
std::span<const Option> global_options();
// `--limit` of `-n,--limit`; the short name where there is no long one.
std::string_view long_name(const Option& option);

// What was typed, understood.
struct CommandLine {
  const Command* command = nullptr;
  bool bare = false;  // no verb was given
  Globals globals;
  bool help = false;
  Arguments arguments;
};

// Reads the words after the program's name. Throws Error(Exit::usage), with the nearest name that exists.
CommandLine parse_command_line(const std::vector<std::string>& words);

}  // namespace ebb
