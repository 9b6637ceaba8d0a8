// termios, the alternate screen, and signals through a pipe to itself.
#include "tui/terminal/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include "ebb/core/error.hpp"
#include "ebb/tui/review_screen.hpp"

namespace ebb {
namespace {

// Alternate screen, no cursor, no automatic wrap (terminals disagree on how wide emoji are), bracketed paste.
constexpr std::string_view enter_codes = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[0m\x1b[2J";
// The cursor is shown last: leaving the alternate screen restores the cursor as it was saved, also its being hidden.
constexpr std::string_view leave_codes = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h";

// Presses and the wheel of a mouse, in the form that has no limits (SGR); and no more.
constexpr std::string_view mouse_codes = "\x1b[?1000h\x1b[?1006h", no_mouse_codes = "\x1b[?1006l\x1b[?1000l";

constexpr std::array watched = {SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::array crashes = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// Signal handlers take no arguments of ours, so what they need stands here.
termios found;                   // the terminal's settings as we found them
std::atomic<bool> with_mouse{false};
std::atomic<bool> taken{false};  // whether the terminal is ours now
std::array<int, 2> pipe_ends{-1, -1};
std::array<struct sigaction, watched.size()> watched_before;
std::array<struct sigaction, crashes.size()> crashes_before;

// Only calls that are safe inside a signal handler.
void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (wrote > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(wrote));
    } else if (errno == EAGAIN) {
      pollfd ready{STDOUT_FILENO, POLLOUT, 0};
      if (poll(&ready, 1, -1) < 0 && errno != EINTR) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}

void give_back() {
  if (!taken.exchange(false)) return;
  if (with_mouse) write_all(no_mouse_codes);
  write_all(leave_codes);
  // Not TCSADRAIN: a terminal that nobody reads from must not keep the program alive.
  tcsetattr(STDIN_FILENO, TCSANOW, &found);
}

void take() {
  termios raw = found;
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IGNCR | IXON | IXOFF | ISTRIP | INPCK | BRKINT | PARMRK);
  // ISIG stays: the kernel makes Ctrl-C and Ctrl-Z signals even while the program is busy.
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN);
  raw.c_cflag = (raw.c_cflag & ~static_cast<tcflag_t>(CSIZE | PARENB)) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  taken = true;
  tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  write_all(enter_codes);
  if (with_mouse) write_all(mouse_codes);
}

extern "C" void on_watched(int signal) {
  const int saved = errno;
  const auto byte = static_cast<unsigned char>(signal);
  // A full pipe means that enough signals wait already.
  if (::write(pipe_ends[1], &byte, 1) < 0) errno = saved;
  errno = saved;
}

extern "C" void on_crash(int signal) {
  give_back();
  for (std::size_t at = 0; at < crashes.size(); ++at)
    if (crashes[at] == signal) sigaction(signal, &crashes_before[at], nullptr);
  raise(signal);
}

void watch(int signal, struct sigaction* before) {
  struct sigaction action {};
  action.sa_handler = on_watched;
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(signal, nullptr, before);
  // A signal that the caller ignores (nohup) stays ignored.
  if (before->sa_handler == SIG_IGN && signal != SIGWINCH && signal != SIGCONT) return;
  sigaction(signal, &action, nullptr);
}

void install_handlers() {
  if (::pipe(pipe_ends.data()) != 0)
    throw Error(Exit::usage, "The full-screen review cannot start: the system has no more file descriptors.");
  for (const int end : pipe_ends) {  // pipe2 would do it at once, but not every system has it
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  for (std::size_t at = 0; at < watched.size(); ++at) watch(watched[at], &watched_before[at]);
  struct sigaction action {};
  action.sa_handler = on_crash;
  sigemptyset(&action.sa_mask);
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_NODEFER;
  for (std::size_t at = 0; at < crashes.size(); ++at) sigaction(crashes[at], &action, &crashes_before[at]);
}

// The next signal that waits in the pipe; 0 if there is none.
int waiting_signal() {
  unsigned char byte = 0;
  return ::read(pipe_ends[0], &byte, 1) == 1 ? byte : 0;
}

bool ends_the_program(int signal) {
  return signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

// Ends the program by the signal, as if it had never been caught.
void die_by(int signal) {
  give_back();
  for (std::size_t at = 0; at < watched.size(); ++at)
    if (watched[at] == signal) sigaction(signal, &watched_before[at], nullptr);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  sigprocmask(SIG_UNBLOCK, &only, nullptr);
  raise(signal);
}

void remove_handlers() {
  for (std::size_t at = 0; at < watched.size(); ++at) sigaction(watched[at], &watched_before[at], nullptr);
  for (std::size_t at = 0; at < crashes.size(); ++at) sigaction(crashes[at], &crashes_before[at], nullptr);
  // A signal that came after the last event was read still has to be obeyed.
  while (const int signal = waiting_signal())
    if (ends_the_program(signal)) die_by(signal);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

}  // namespace

bool terminal_is_usable(const std::string& term) {
  return !term.empty() && term != "dumb" && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

Terminal::Terminal(bool mouse) {
  with_mouse = mouse;
  if (tcgetattr(STDIN_FILENO, &found) != 0)
    throw Error(Exit::usage, "The full-screen review needs a terminal. Use ebb review --plain.");
  install_handlers();
  take();
}

Terminal::~Terminal() {
  give_back();
  // Keys typed ahead were meant for the review, not for the shell.
  tcflush(STDIN_FILENO, TCIFLUSH);
  remove_handlers();
}

Terminal::Lent::Lent(Terminal& terminal) : terminal_(terminal) {
  give_back();
}

Terminal::Lent::~Lent() {
  take();
  terminal_.lent_ = true;
}

Size Terminal::size() const {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
  return {size.ws_col, size.ws_row};
}

void Terminal::write(std::string_view bytes) const {
  write_all(bytes);
}

TerminalEvent Terminal::next(std::optional<Millis> patience, int beside) {
  const int wait = patience ? static_cast<int>(patience->count()) : -1;
  for (;;) {
    if (const int signal = waiting_signal()) return on_signal(signal);
    pollfd ready[3] = {{STDIN_FILENO, POLLIN, 0}, {pipe_ends[0], POLLIN, 0}, {beside, POLLIN, 0}};  // -1 is passed over
    const int came = poll(ready, 3, wait);
    if (came < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return {TerminalEvent::Kind::gone, {}};
    }
    if (came == 0) return {TerminalEvent::Kind::quiet, {}};
    if (ready[1].revents != 0) continue;
    if (ready[0].revents == 0 && ready[2].revents != 0) return {TerminalEvent::Kind::beside, {}};
    if (ready[0].revents == 0) continue;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got > 0) return {TerminalEvent::Kind::bytes, std::string(buffer.data(), static_cast<std::size_t>(got))};
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return {TerminalEvent::Kind::gone, {}};
  }
}

TerminalEvent Terminal::on_signal(int signal) {
  if (ends_the_program(signal)) die_by(signal);
  if (signal == SIGINT) return {TerminalEvent::Kind::interrupt, {}};
  if (signal == SIGTSTP) stop();
  // After SIGCONT the shell, or whoever stopped us with SIGSTOP, may have changed the terminal.
  if (signal == SIGTSTP || signal == SIGCONT) take();
  return {};
}

void Terminal::stop() {
  give_back();
  struct sigaction ours {
  }, standard{};
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);  // stops here until SIGCONT
  sigaction(SIGTSTP, &ours, nullptr);
}

}  // namespace ebb
