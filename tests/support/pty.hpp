// A terminal for tests: the real program in a pseudo-terminal, its output drawn by libvterm. Waits for what is shown,
// never for time to pass.
#pragma once
#include <sys/types.h>
#include <termios.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ebb::test {

/// How long a wait may take before it fails: far longer than any machine needs.
inline constexpr int patience_ms = 30000;

class Pty {
 public:
  using Words = std::vector<std::string>;
  /// Starts `words[0]` with exactly this environment on a terminal of `rows` × `columns`.
  Pty(const Words& words, int rows, int columns, const std::map<std::string, std::string>& environment);
  /// Kills the program if it still runs.
  ~Pty();
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;

  void type(std::string_view bytes);
  void signal(int number) const;
  void resize(int rows, int columns);

  /// Waits until the text is on the screen; false after `patience`.
  bool shows(std::string_view text, int patience = patience_ms);
  /// Waits until the text is not on the screen.
  bool no_longer_shows(std::string_view text, int patience = patience_ms);
  bool wait_until(const std::function<bool()>& done, int patience = patience_ms);
  /// Waits for the end of the program; its wait status, or -1.
  int end();

  std::string screen() const;
  std::string row(int number) const;
  /// Everything the program wrote.
  const std::string& bytes() const { return bytes_; }
  bool on_alternate_screen() const { return alternate_; }
  bool cursor_visible() const { return cursor_; }
  /// Cells whose colour is not the terminal's own.
  int coloured_cells() const;
  /// The terminal's settings now, and as they were before the program started.
  termios settings() const;
  bool settings_as_found() const;

 private:
  struct Emulator;  // libvterm's part
  void read_what_there_is(int timeout_ms);
  int master_ = -1, slave_ = -1;
  pid_t child_ = -1;
  int status_ = -1;
  int rows_, columns_;
  termios found_{};
  std::unique_ptr<Emulator> emulator_;
  std::string bytes_;
  bool alternate_ = false, cursor_ = true;
};

}  // namespace ebb::test
