// Help: examples first, then the options.
#pragma once
#include "cli/program/command.hpp"

namespace ebb {

// The help of one command, on stdout.
void print_help(const Command& command);
// All commands by group, on stdout.
void print_all_help();

}  // namespace ebb
