// Manual pages, made from the table of commands.
#pragma once
#include <string>

#include "cli/program/command.hpp"

namespace ebb {

// ebb(1) for the whole program, `ebb-VERB(1)` for one command, in mdoc. `day` is the date of the page.
std::string man_page(Day day);
std::string man_page(const Command& command, Day day);

}  // namespace ebb
