// A command that runs beside this program: its own process group, nothing to read, its output kept until it is asked for.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

/// One command, from its start to its end. At most one at a time: it is told of by SIGCHLD.
class BesideCommand {
 public:
  /// Starts it. A command that cannot be started has ended already: 127 if there is none of that name, else 126.
  explicit BesideCommand(const std::vector<std::string>& words);
  ~BesideCommand();
  BesideCommand(const BesideCommand&) = delete;
  BesideCommand& operator=(const BesideCommand&) = delete;

  /// A descriptor that can be read once it may have ended.
  int descriptor() const;
  /// Its exit code as a shell tells it (128 and the signal's number if a signal ended it); nothing while it runs.
  std::optional<int> ended();
  /// Whether it never ran, and why.
  const std::string& failure() const { return failure_; }
  /// Waits for its end. Ctrl-C and the signals that ask a program to end are the command's meanwhile.
  int wait();
  /// What it wrote, from the beginning, in pieces.
  void for_each_output(const std::function<void(std::string_view)>& visit) const;

 private:
  int process_ = -1;
  int output_ = -1;
  std::optional<int> code_;
  std::string failure_;
};

}  // namespace ebb
