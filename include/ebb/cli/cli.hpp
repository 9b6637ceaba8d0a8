// The command line: words in, exit code out.
#pragma once
#include <string>
#include <vector>

namespace ebb {

/// Runs one command with the words after the program's name; returns the exit code. Throws `Error`.
int run_command_line(const std::vector<std::string>& words);

}  // namespace ebb
