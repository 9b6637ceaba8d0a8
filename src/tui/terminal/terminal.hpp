// The terminal itself. No other file touches it: raw mode, the alternate screen, signals, reading and writing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ebb/core/time.hpp"
#include "tui/terminal/frame.hpp"

namespace ebb {

/// What the terminal has to say.
struct TerminalEvent {
  enum class Kind {
    bytes,      ///< keys were pressed
    redraw,     ///< the size changed, or the program was continued: nothing on the screen can be relied on
    beside,     ///< the descriptor that was asked about can be read
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
  explicit Terminal(bool mouse = false);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  Size size() const;
  /// Writes all bytes, in one call if the terminal takes them.
  void write(std::string_view bytes) const;
  /// Waits for the next event; with a `patience`, no longer than that. Ctrl-Z stops the program here, with the terminal
  /// as the shell left it. SIGTERM, SIGHUP and SIGQUIT do not return: the terminal is given back and the program ends
  /// by that signal.
  TerminalEvent next(std::optional<Millis> patience, int beside = -1);

  /// While it lives the terminal is as it was found: for an editor.
  class Lent {
   public:
    explicit Lent(Terminal& terminal);
    ~Lent();
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;

   private:
    Terminal& terminal_;
  };
  /// Whether it was lent since this was asked last: then nothing on the screen can be relied on.
  bool was_lent() { return std::exchange(lent_, false); }

 private:
  TerminalEvent on_signal(int signal);
  void stop();
  bool lent_ = false;
};

}  // namespace ebb
