// Where this user keeps things: the XDG base directories, each with `/ebb`.
#include "ebb/core/error.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/system/files.hpp"

namespace ebb {
namespace {

// The standard says that a relative path in one of these variables is to be ignored.
std::string base(const char* variable, const char* below_home) {
  if (const auto given = environment(variable); given && given->front() == '/') return *given + "/ebb";
  const auto home = environment("HOME");
  if (!home) {
    throw Error(Exit::store, std::string{"There is no home folder: HOME is not set. Set HOME, or "} + variable + ".");
  }
  return *home + below_home + "/ebb";
}

}  // namespace

Folders user_folders() {
  return {base("XDG_DATA_HOME", "/.local/share"), base("XDG_CONFIG_HOME", "/.config"),
          base("XDG_STATE_HOME", "/.local/state")};
}

}  // namespace ebb
