// A home of its own for the program: empty folders, a fixed clock, and seven demo cards.
#pragma once
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "support/pty.hpp"

namespace ebb::test {

class Home {
 public:
  Home() {
    std::string name = (std::filesystem::temp_directory_path() / "ebb-e2e-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    for (const char* variable : {"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
      environment[variable] = (folder_ / variable).string();
    for (const auto& [variable, path] : environment) std::filesystem::create_directory(path);
    environment["PATH"] = "/usr/bin:/bin";
    environment["TERM"] = "xterm-256color";
    environment["LC_ALL"] = "C.UTF-8";
    environment["TZ"] = "UTC";
    environment["EBB_NOW"] = "2026-11-25T08:00:00Z";
  }
  ~Home() { std::filesystem::remove_all(folder_); }
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  /// Starts `ebb` with these words on a terminal.
  std::unique_ptr<Pty> start(std::vector<std::string> words, int rows = 24, int columns = 80) const {
    words.insert(words.begin(), EBB_PROGRAM);
    return std::make_unique<Pty>(words, rows, columns, environment);
  }
  /// Runs `ebb` to its end; what it said. The exit code is in `code`.
  std::string run(std::vector<std::string> words) {
    const auto pty = start(std::move(words), 50, 200);
    code = WEXITSTATUS(pty->end());
    return pty->bytes();
  }
  const std::filesystem::path& folder() const { return folder_; }

  std::map<std::string, std::string> environment;
  int code = -1;

 private:
  std::filesystem::path folder_;
};

/// A home where `ebb init --demo` was run.
class DemoHome : public Home {
 public:
  DemoHome() { run({"init", "--demo"}); }
};

}  // namespace ebb::test
