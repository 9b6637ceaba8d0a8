// The help topic on the configuration.
#pragma once
#include <string>

namespace ebb {

// Made from the table of keys, so that it cannot fall behind.
std::string configuration_topic();

}  // namespace ebb
