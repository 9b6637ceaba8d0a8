// What `ebb help settings` says.
#pragma once
#include <string>

namespace ebb {

// Every setting of a deck with its form, from the table.
std::string settings_topic();

}  // namespace ebb
