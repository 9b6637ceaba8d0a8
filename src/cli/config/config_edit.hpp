// The configuration file in the user's editor.
#pragma once
#include <string>

#include "cli/program/command.hpp"

namespace ebb {

// Writes the file whole, and its folder where that is missing.
void save_config(const std::string& path, const std::string& text);
// Opens a draft of the file in the editor until it can be read, or the user gives up; then it is kept. Returns the exit
// code.
int edit_config(const World& world);

}  // namespace ebb
