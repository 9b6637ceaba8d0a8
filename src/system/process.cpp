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

// Starts `sh -c` with the usual signals, whatever this process does with them; `input` becomes its standard input.
pid_t start(std::vector<std::string> words, int input) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t files{};
  ::posix_spawn_file_actions_init(&files);
  if (input >= 0) ::posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t usual{};
  ::sigemptyset(&usual);
  for (const int number : {SIGINT, SIGQUIT, SIGPIPE}) ::sigaddset(&usual, number);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, "/bin/sh", &files, &attributes, pointers.data(), whole_environment());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? child : -1;
}

}  // namespace

std::int64_t process_id() {
  return ::getpid();
}

int run_shell(const std::string& command, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"sh", "-c", command, "ebb"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const Deaf deaf;
  const pid_t child = start(std::move(words), -1);
  if (child < 0) return 126;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return 126;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

PipedProgram start_shell_with_input(const std::string& command) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const pid_t child = start({"sh", "-c", command}, ends[0]);
  ::close(ends[0]);
  if (child < 0) {
    ::close(ends[1]);
    return {};
  }
  for (const int number : Deaf::signals) ::signal(number, SIG_IGN);
  return {child, ends[1]};
}

void wait_for(int process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
}

std::string make_temporary_folder(const std::string& name) {
  std::string path = environment("TMPDIR").value_or("/tmp") + "/" + name + "-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw failure(Exit::store, "Cannot make", path);
  return path;
}

}  // namespace ebb
