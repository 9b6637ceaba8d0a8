// How a failed call of the operating system is told to the user.
#pragma once
#include <cerrno>
#include <cstring>
#include <string>

#include "ebb/core/error.hpp"

namespace ebb {

// "Cannot read decks/a.json: Permission denied." Reads errno, so call it first thing after the failure.
inline Error failure(Exit exit, const std::string& what, const std::string& path, const std::string& advice = "") {
  const char* reason = std::strerror(errno);
  return Error(exit, what + ' ' + path + ": " + reason + '.' + (advice.empty() ? "" : ' ' + advice));
}

}  // namespace ebb
