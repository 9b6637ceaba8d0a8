// The user's editor.
#pragma once
#include <string>

namespace ebb {

/// The command of `VISUAL`, else `EDITOR`, else the first of `editor`, `nano` and `vi` that is there; empty if none is.
std::string editor_command();
/// Runs the command with the file as its last word, by the shell, on the terminal of this program; Ctrl-C is the
/// editor's while it runs. Returns its exit status. Throws `Error(Exit::store)` if it cannot be started.
int run_editor(const std::string& command, const std::string& file);

}  // namespace ebb
