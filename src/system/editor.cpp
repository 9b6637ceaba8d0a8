// Starting an editor as git does: by the shell, so that `EDITOR="code --wait"` works.
#include "ebb/system/editor.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "ebb/core/error.hpp"
#include "ebb/system/environment.hpp"

namespace ebb {
namespace {

bool in_path(const std::string& name) {
  const std::string folders = environment("PATH").value_or("/usr/bin:/bin");
  for (std::size_t at = 0; at <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    if (::access((folders.substr(at, end - at) + "/" + name).c_str(), X_OK) == 0) return true;
    at = end + 1;
  }
  return false;
}

// Takes no notice of the keys that stop a program while a child has the terminal.
class DeafToKeys {
 public:
  DeafToKeys() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~DeafToKeys() { give_back(); }
  DeafToKeys(const DeafToKeys&) = delete;
  DeafToKeys& operator=(const DeafToKeys&) = delete;
  void give_back() const {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {
  }, quit_{};
};

}  // namespace

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const auto command = environment(name)) return *command;
  for (const char* name : {"editor", "nano", "vi"})
    if (in_path(name)) return name;
  return {};
}

int run_editor(const std::string& command, const std::string& file) {
  const std::string line = command + " \"$@\"";
  const DeafToKeys deaf;
  const pid_t child = ::fork();
  if (child < 0) throw Error(Exit::store, "Cannot start the editor " + command + ": " + std::strerror(errno));
  if (child == 0) {
    deaf.give_back();
    ::execl("/bin/sh", "sh", "-c", line.c_str(), "ebb", file.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw Error(Exit::store, "Lost sight of the editor " + command + ": " + std::strerror(errno));
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace ebb
