// This process, and others that it runs.
#include "ebb/system/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "ebb/system/environment.hpp"
#include "ebb/system/files.hpp"
#include "system/failure.hpp"
#include "system/whole_environment.hpp"

namespace ebb {
namespace {

// Ctrl-C and Ctrl-\ are the other program's while it has the terminal.
class Deaf {
 public:
  Deaf() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &ignore, &before_[i]);
  }
  ~Deaf() {
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
  }
  Deaf(const Deaf&) = delete;
  Deaf& operator=(const Deaf&) = delete;

  static constexpr std::array signals{SIGINT, SIGQUIT};

 private:
  std::array<struct sigaction, 2> before_{};
};

// Starts it with the usual signals, whatever this process does with them.
pid_t start(std::vector<char*>& words) {
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t usual{};
  ::sigemptyset(&usual);
  for (const int number : {SIGINT, SIGQUIT, SIGPIPE}) ::sigaddset(&usual, number);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, "/bin/sh", nullptr, &attributes, words.data(), whole_environment());
  ::posix_spawnattr_destroy(&attributes);
  return failed == 0 ? child : -1;
}

}  // namespace

std::int64_t process_id() {
  return ::getpid();
}

int run_shell(const std::string& command, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"sh", "-c", command, "ebb"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Deaf deaf;
  const pid_t child = start(pointers);
  if (child < 0) return 126;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return 126;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string make_temporary_folder(const std::string& name) {
  std::string path = environment("TMPDIR").value_or("/tmp") + "/" + name + "-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw failure(Exit::store, "Cannot make", path);
  return path;
}

}  // namespace ebb
