// posix_spawnp into a session of its own, with /dev/null for a terminal.
#include "ebb/system/detached.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "ebb/system/environment.hpp"
#include "system/whole_environment.hpp"

namespace ebb {
namespace {

// A pipe of which only the writing end is for the program, by a duplicate.
std::array<int, 2> new_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe(ends.data()) != 0) return {-1, -1};
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return ends;
}

pid_t spawn(std::vector<std::string> words, int output) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t files{};
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (output >= 0)
    ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  else
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t usual{};
  ::sigemptyset(&usual);
  for (const int number : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGTSTP}) ::sigaddset(&usual, number);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, pointers[0], &files, &attributes, pointers.data(), whole_environment());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? child : -1;
}

}  // namespace

std::optional<std::string> program_in_path(const std::string& name) {
  const std::string path = environment("PATH").value_or("");
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t colon = std::min(path.find(':', from), path.size());
    const std::string file = path.substr(from, colon - from) + "/" + name;
    // An empty or relative entry means the folder that one happens to be in: not where programs come from.
    if (file[0] == '/' && colon > from && ::access(file.c_str(), X_OK) == 0) return file;
    from = colon + 1;
  }
  return {};
}

DetachedProgram::DetachedProgram(const std::vector<std::string>& words, Output output) {
  const std::array<int, 2> ends = output == Output::kept ? new_pipe() : std::array<int, 2>{-1, -1};
  process_ = spawn(words, ends[1]);
  started_ = process_ > 0;
  if (ends[1] >= 0) ::close(ends[1]);
  output_ = ends[0];
}

DetachedProgram::~DetachedProgram() {
  if (output_ >= 0) ::close(output_);
  if (process_ <= 0 || let_go_) return;
  // Not SIGTERM: what does not obey it would have to be waited for.
  ::kill(-process_, SIGKILL);
  reap(0);
}

bool DetachedProgram::ended() {
  if (process_ > 0) reap(WNOHANG);
  return process_ <= 0;
}

const std::string& DetachedProgram::output(std::size_t most) {
  std::array<char, 16384> buffer{};
  while (output_ >= 0 && read_.size() < most) {
    const ssize_t got = ::read(output_, buffer.data(), std::min(buffer.size(), most - read_.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    read_.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return read_;
}

void DetachedProgram::reap(int options) {
  int status = 0;
  pid_t done = 0;
  while ((done = ::waitpid(process_, &status, options)) < 0 && errno == EINTR) {
  }
  if (done == 0) return;
  succeeded_ = done > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  process_ = -1;
}

}  // namespace ebb
