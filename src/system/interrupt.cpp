// Signals as a wish to stop, granted where the work can be given up without a trace.
#include "ebb/system/interrupt.hpp"

#include <signal.h>

#include <array>

#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr std::array watched_signals = {SIGINT, SIGTERM, SIGHUP};
volatile sig_atomic_t asked_by = 0;

extern "C" void ask_to_stop(int signal) {
  asked_by = signal;
}

}  // namespace

struct Interruptible::Before {
  std::array<struct sigaction, watched_signals.size()> actions{};
};

Interruptible::Interruptible() : before_(std::make_unique<Before>()) {
  asked_by = 0;
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (std::size_t at = 0; at < watched_signals.size(); ++at) {
    sigaction(watched_signals[at], nullptr, &before_->actions[at]);
    if (before_->actions[at].sa_handler != SIG_IGN) sigaction(watched_signals[at], &action, nullptr);
  }
}

Interruptible::~Interruptible() {
  for (std::size_t at = 0; at < watched_signals.size(); ++at) sigaction(watched_signals[at], &before_->actions[at], nullptr);
  const int signal = asked_by;
  asked_by = 0;
  if (signal == SIGTERM || signal == SIGHUP) ::raise(signal);
}

void stop_if_interrupted(const std::string& sentence) {
  if (asked_by != 0) throw Error(Exit::interrupted, sentence);
}

}  // namespace ebb
