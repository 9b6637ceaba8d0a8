// forkpty on one side, libvterm on the other.
#include "support/pty.hpp"

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <stdexcept>

extern "C" {
#include <vterm.h>
}

namespace ebb::test {

struct Pty::Emulator {
  Emulator(int rows, int columns, Pty& owner) : terminal(vterm_new(rows, columns)) {
    vterm_set_utf8(terminal, 1);
    screen = vterm_obtain_screen(terminal);
    vterm_screen_enable_altscreen(screen, 1);
    static const VTermScreenCallbacks callbacks = [] {
      VTermScreenCallbacks all{};
      all.settermprop = [](VTermProp prop, VTermValue* value, void* user) {
        auto* pty = static_cast<Pty*>(user);
        if (prop == VTERM_PROP_ALTSCREEN) pty->alternate_ = value->boolean != 0;
        if (prop == VTERM_PROP_CURSORVISIBLE) pty->cursor_ = value->boolean != 0;
        return 1;
      };
      return all;
    }();
    vterm_screen_set_callbacks(screen, &callbacks, &owner);
    vterm_screen_reset(screen, 1);
  }
  ~Emulator() { vterm_free(terminal); }
  VTerm* terminal;
  VTermScreen* screen = nullptr;
};

namespace {

winsize window(int rows, int columns) {
  return {static_cast<unsigned short>(rows), static_cast<unsigned short>(columns), 0, 0};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Pty::Pty(const Words& words, int rows, int columns, const std::map<std::string, std::string>& environment)
    : rows_(rows), columns_(columns) {
  std::vector<std::string> arguments = words, variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  std::vector<char*> argv = pointers(arguments), envp = pointers(variables);
  const winsize size = window(rows, columns);
  // The other end stays open here too: its settings are then there to be read after the program is gone.
  if (openpty(&master_, &slave_, nullptr, nullptr, &size) != 0) throw std::runtime_error("no pseudo-terminal");
  tcgetattr(slave_, &found_);
  child_ = fork();
  if (child_ == 0) {
    close(master_);
    login_tty(slave_);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  emulator_ = std::make_unique<Emulator>(rows, columns, *this);
}

Pty::~Pty() {
  if (status_ < 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close(slave_);
  close(master_);
}

void Pty::type(std::string_view bytes) {
  if (::write(master_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the pseudo-terminal takes no keys");
}

void Pty::signal(int number) const {
  kill(child_, number);
}

void Pty::resize(int rows, int columns) {
  rows_ = rows;
  columns_ = columns;
  vterm_set_size(emulator_->terminal, rows, columns);
  const winsize size = window(rows, columns);
  ioctl(master_, TIOCSWINSZ, &size);
}

void Pty::read_what_there_is(int timeout_ms) {
  pollfd ready{master_, POLLIN, 0};
  if (poll(&ready, 1, timeout_ms) <= 0) return;
  std::array<char, 16384> buffer{};
  const ssize_t got = ::read(master_, buffer.data(), buffer.size());
  if (got <= 0) return;
  bytes_.append(buffer.data(), static_cast<std::size_t>(got));
  vterm_input_write(emulator_->terminal, buffer.data(), static_cast<std::size_t>(got));
}

bool Pty::wait_until(const std::function<bool()>& done, int patience) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience);
  while (!done()) {
    if (std::chrono::steady_clock::now() >= end) return false;
    read_what_there_is(20);
  }
  return true;
}

bool Pty::shows(std::string_view text, int patience) {
  return wait_until([&] { return screen().find(text) != std::string::npos; }, patience);
}

bool Pty::no_longer_shows(std::string_view text, int patience) {
  return wait_until([&] { return screen().find(text) == std::string::npos; }, patience);
}

int Pty::end() {
  const bool ended = wait_until([&] { return status_ >= 0 || waitpid(child_, &status_, WNOHANG) == child_; });
  if (!ended) return -1;
  for (std::size_t before = bytes_.size() + 1; before != bytes_.size();) {
    before = bytes_.size();
    read_what_there_is(0);
  }
  return status_;
}

std::string Pty::row(int number) const {
  std::array<char, 8192> buffer{};
  const VTermRect rect{number, number + 1, 0, columns_};
  const std::size_t size = vterm_screen_get_text(emulator_->screen, buffer.data(), buffer.size(), rect);
  std::string text(buffer.data(), size);
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string Pty::screen() const {
  std::string out;
  for (int number = 0; number < rows_; ++number) out += row(number) + "\n";
  return out;
}

int Pty::coloured_cells() const {
  int count = 0;
  for (int y = 0; y < rows_; ++y)
    for (int x = 0; x < columns_; ++x) {
      VTermScreenCell cell;
      vterm_screen_get_cell(emulator_->screen, {y, x}, &cell);
      const bool own = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
      if (cell.chars[0] != 0 && !own) ++count;
    }
  return count;
}

termios Pty::settings() const {
  termios now{};
  tcgetattr(slave_, &now);
  return now;
}

bool Pty::settings_as_found() const {
  const termios now = settings();
  return now.c_iflag == found_.c_iflag && now.c_oflag == found_.c_oflag && now.c_cflag == found_.c_cflag &&
         now.c_lflag == found_.c_lflag && std::memcmp(now.c_cc, found_.c_cc, sizeof now.c_cc) == 0;
}

}  // namespace ebb::test
