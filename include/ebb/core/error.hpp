// The one exception of the program, and the exit code it leads to.
#pragma once
#include <stdexcept>
#include <string>

namespace ebb {

/// The program's exit codes. `no` means "the answer is no": nothing due under -q, no match, findings.
enum class Exit { done = 0, no = 1, usage = 2, input = 3, store = 4, interrupted = 130 };

/// Thrown when the command cannot go on. The text is for the user: what, where, and what to do next.
/// Caught once, in `main`, which prints it to stderr and exits with `exit()`.
class Error : public std::runtime_error {
 public:
  Error(Exit exit, const std::string& text) : std::runtime_error(text), exit_(exit) {}
  /// The exit code that this error ends the program with.
  Exit exit() const noexcept { return exit_; }

 private:
  Exit exit_;
};

}  // namespace ebb
