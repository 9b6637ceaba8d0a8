// Whether a process is alive.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ebb/system/files.hpp"

using namespace ebb;

TEST_CASE("this process and the first are alive, a finished one is not") {
  CHECK(process_id() == ::getpid());
  CHECK(process_alive(process_id()));
  CHECK(process_alive(1));
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  CHECK_FALSE(process_alive(child));
  CHECK_FALSE(process_alive(0));
  CHECK_FALSE(process_alive(-1));
}
