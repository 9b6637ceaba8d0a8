// This process and its neighbours.
#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "ebb/system/files.hpp"

namespace ebb {

std::int64_t process_id() {
  return ::getpid();
}

bool process_alive(std::int64_t pid) {
  if (pid <= 0) return false;  // kill(2) takes these for groups
  // A process of another user is alive, though we may not signal it.
  return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

}  // namespace ebb
