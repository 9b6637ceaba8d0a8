// The terminal itself. No other file touches it: raw mode, the alternate screen, signals, reading and writing.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ebb/core/time.hpp"
#include "tui/frame.hpp"

namespace ebb {

/// What the terminal has to say.
struct TerminalEvent {
  enum class Kind {
    bytes,      ///< keys were pressed
    redraw,     ///< the size changed, or the program was continued: nothing on the screen can be relied on
    quiet,      ///< no key was pressed for as long as was asked
    interrupt,  ///< Ctrl-C
    gone,       ///< the terminal is no more
  } kind = Kind::redraw;
  std::string bytes;
};

/// The terminal of stdin and stdout in raw mode on its alternate screen, for as long as this lives. Whatever ends the
/// program (but SIGKILL) leaves the terminal as it was found. At most one at a time.
class Terminal {
 public:
  /// Throws `Error(Exit::usage)` if stdin is no terminal.
  Terminal();
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  Size size() const;
  /// Writes all bytes, in one call if the terminal takes them.
  void write(std::string_view bytes) const;
  /// Waits for the next event; with a `patience`, no longer than that. Ctrl-Z stops the program here, with the terminal
  /// as the shell left it. SIGTERM, SIGHUP and SIGQUIT do not return: the terminal is given back and the program ends
  /// by that signal.
  TerminalEvent next(std::optional<Millis> patience);

 private:
  TerminalEvent on_signal(int signal);
  void stop();
};

}  // namespace ebb
