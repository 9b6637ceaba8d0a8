// Programs that run unseen beside this one: a player, a viewer, something that draws. Never through a shell.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace ebb {

/// Where PATH has a program of that name; nothing if it has none.
std::optional<std::string> program_in_path(const std::string& name);

/// One program without a terminal: nothing to read, in a session of its own, so that no Ctrl-C is its.
class DetachedProgram {
 public:
  enum class Output { dropped, kept };
  /// Starts it; `words[0]` is looked for in PATH, and every word arrives as it is.
  explicit DetachedProgram(const std::vector<std::string>& words, Output output = Output::dropped);
  /// Ends it and what it started, unless it was let go.
  ~DetachedProgram();
  DetachedProgram(const DetachedProgram&) = delete;
  DetachedProgram& operator=(const DetachedProgram&) = delete;

  /// Whether there was such a program, and it ran.
  bool started() const { return started_; }
  /// Whether it is over. Never waits.
  bool ended();
  /// It outlives this program.
  void let_go() { let_go_ = true; }
  /// What it wrote so far, of kept output: no more than `most` bytes. Never waits.
  const std::string& output(std::size_t most);
  /// Whether it ended by itself and called that a success.
  bool succeeded() const { return succeeded_; }

 private:
  void reap(int options);
  int process_ = -1, output_ = -1;
  bool started_ = false, let_go_ = false, succeeded_ = false;
  std::string read_;
};

}  // namespace ebb
