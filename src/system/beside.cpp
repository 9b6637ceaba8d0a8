// posix_spawn into a group of its own; SIGCHLD through a pipe to ourselves; signals passed on.
#include "ebb/system/beside.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "ebb/system/environment.hpp"
#include "system/failure.hpp"
#include "system/whole_environment.hpp"

namespace ebb {
namespace {

// Signal handlers take no arguments of ours, so what they need stands here.
std::array<int, 2> told{-1, -1};
std::atomic<pid_t> group{0};
constexpr std::array passed_on{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
std::array<struct sigaction, passed_on.size()> before;
struct sigaction child_before {};

extern "C" void on_child(int) {
  const int saved = errno;
  const char byte = 0;
  // A full pipe says enough already.
  if (::write(told[1], &byte, 1) < 0) errno = saved;
  errno = saved;
}

// While it runs, what asks us to end asks it first; then it is for us as it was before.
extern "C" void on_end(int signal) {
  if (group > 0) ::kill(-group, signal);
  for (std::size_t at = 0; at < passed_on.size(); ++at)
    if (passed_on[at] == signal) ::sigaction(signal, &before[at], nullptr);
  ::raise(signal);
}

extern "C" void on_wait(int signal) {
  if (group > 0) ::kill(-group, signal);
}

void install(void (*handler)(int), bool keep) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigemptyset(&action.sa_mask);
  for (std::size_t at = 0; at < passed_on.size(); ++at) {
    struct sigaction now {};
    ::sigaction(passed_on[at], nullptr, &now);
    if (keep) before[at] = now;
    if (now.sa_handler != SIG_IGN) ::sigaction(passed_on[at], &action, nullptr);
  }
}

void watch_children() {
  if (::pipe(told.data()) != 0) throw Error(Exit::usage, "The system has no more file descriptors.");
  for (const int end : told) {
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  struct sigaction action {};
  action.sa_handler = on_child;
  ::sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
  ::sigaction(SIGCHLD, &action, &child_before);
}

// A file without a name: it is gone with the last who has it open.
int nameless_file() {
  std::string path = environment("TMPDIR").value_or("/tmp") + "/ebb-output-XXXXXX";
  const int file = ::mkstemp(path.data());
  if (file < 0) throw failure(Exit::store, "Cannot make", path);
  ::unlink(path.c_str());
  ::fcntl(file, F_SETFD, FD_CLOEXEC);
  // Both of its outputs write to the one end.
  ::fcntl(file, F_SETFL, O_APPEND);
  return file;
}

int start(std::vector<std::string> words, int output, pid_t& child) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t files{};
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t usual{};
  ::sigemptyset(&usual);
  for (const int number : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD}) ::sigaddset(&usual, number);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  const int failed = ::posix_spawnp(&child, pointers[0], &files, &attributes, pointers.data(), whole_environment());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return failed;
}

}  // namespace

BesideCommand::BesideCommand(const std::vector<std::string>& words) : output_(nameless_file()) {
  watch_children();
  pid_t child = 0;
  if (const int failed = start(words, output_, child); failed != 0) {
    code_ = failed == ENOENT ? 127 : 126;
    failure_ = words[0] + ": " + std::strerror(failed);
    return;
  }
  process_ = child;
  group = child;
  install(on_end, true);
}

BesideCommand::~BesideCommand() {
  if (process_ > 0) {
    group = 0;
    for (std::size_t at = 0; at < passed_on.size(); ++at) ::sigaction(passed_on[at], &before[at], nullptr);
  }
  ::sigaction(SIGCHLD, &child_before, nullptr);
  for (const int end : told) ::close(end);
  told = {-1, -1};
  ::close(output_);
}

int BesideCommand::descriptor() const {
  return told[0];
}

std::optional<int> BesideCommand::ended() {
  std::array<char, 64> drained{};
  while (::read(told[0], drained.data(), drained.size()) > 0) {
  }
  if (code_) return code_;
  int status = 0;
  const pid_t done = ::waitpid(process_, &status, WNOHANG);
  if (done == process_) code_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  if (done == process_) group = 0;
  return code_;
}

int BesideCommand::wait() {
  if (code_) return *code_;
  install(on_wait, false);
  int status = 0;
  pid_t done = 0;
  while ((done = ::waitpid(process_, &status, 0)) < 0 && errno == EINTR) {
  }
  group = 0;
  code_ = done != process_ ? 126 : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return *code_;
}

void BesideCommand::for_each_output(const std::function<void(std::string_view)>& visit) const {
  std::array<char, 65536> buffer{};
  off_t at = 0;
  for (ssize_t got = 0; (got = ::pread(output_, buffer.data(), buffer.size(), at)) > 0; at += got)
    visit({buffer.data(), static_cast<std::size_t>(got)});
}

}  // namespace ebb
