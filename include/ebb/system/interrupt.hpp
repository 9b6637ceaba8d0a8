// Ctrl-C in the middle of work that is done whole or not at all.
#pragma once
#include <memory>
#include <string>

namespace ebb {

/// While it lives, the first Ctrl-C (or SIGTERM, SIGHUP) only asks to stop; a second one ends the program at once. One
/// that the caller ignores stays ignored. When it goes, a SIGTERM or SIGHUP that came ends the program after all.
class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

 private:
  struct Before;
  std::unique_ptr<Before> before_;
};

/// Throws `Error(Exit::interrupted, sentence)` if it was asked to stop. Call it where everything can still be given up.
void stop_if_interrupted(const std::string& sentence);

}  // namespace ebb
