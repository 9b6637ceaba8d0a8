// Other programs: running one and waiting for it.
#pragma once
#include <string>
#include <vector>

namespace ebb {

/// Runs `command` with `sh -c`, with `arguments` as its `$1`, `$2`, …, on this terminal, and waits for it. Ctrl-C is the
/// program's meanwhile. Returns its exit code; 128 and the signal's number if a signal ended it; 126 if it cannot run.
int run_shell(const std::string& command, const std::vector<std::string>& arguments);

/// A program that reads what is written into `input`.
struct PipedProgram {
  int process = -1;
  int input = -1;  ///< the end to write into; -1: it could not be started
};
/// Starts `command` with `sh -c`, its standard input a pipe. Ctrl-C is the program's from now on.
PipedProgram start_shell_with_input(const std::string& command);
/// Waits until it has ended.
void wait_for(int process);

/// Makes a new folder that only this user can read, in TMPDIR or /tmp. Throws `Error(Exit::store)`.
std::string make_temporary_folder(const std::string& name);

}  // namespace ebb
