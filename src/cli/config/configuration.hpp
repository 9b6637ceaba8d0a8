// The configuration in force: option, else environment, else the user's file, else what is built in.
#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config/config_keys.hpp"
#include "cli/program/command.hpp"

namespace ebb {

// A value and who set it.
struct Configured {
  std::string key;                  // `review.grades`
  std::vector<std::string> values;  // one; any number of a list; empty: it is not set
  std::string origin;               // `--grades`, `NO_COLOR`, `config.toml:3`, `built in`
  bool set() const { return origin != "built in"; }
};

// Where the file is: EBB_CONFIG, else config.toml in the configuration folder. It need not exist.
std::string config_path();

// Asked by key; a key that has no row is a bug of ours. Options count once they were given to `with`.
class Configuration {
 public:
  // Reads the file if there is one. Throws Error(Exit::usage) for what is no TOML or a value that does not fit, with its
  // line. Keys that nothing knows are in `unknown`: an older ebb may have the file of a newer one.
  static Configuration read(const std::string& path);
  // The same under the options that were typed. Throws Error(Exit::usage) for a value that does not fit.
  Configuration with(const Arguments& arguments) const;

  std::string text(std::string_view key) const;                    // empty if not set and nothing is built in
  std::optional<int> number(std::string_view key) const;           // also of words like 2, 4 or 6; of an hour, the hour
  bool flag(std::string_view key) const;
  std::optional<std::chrono::seconds> duration(std::string_view key) const;
  std::vector<std::string> list(std::string_view key) const;
  Configured find(std::string_view key) const;
  // What a row with `*` has in the file, in its order: of `set.*.filter`, {"morning", …}.
  struct Named {
    std::string name;
    Configured configured;
  };
  std::vector<Named> named(std::string_view pattern) const;
  // Lines for the user about keys that nothing knows.
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  std::map<std::string, Configured, std::less<>> options_, file_;
  std::vector<std::pair<std::string, std::vector<std::string>>> order_;  // keys of the file and their levels
  std::vector<std::string> unknown_;
};

}  // namespace ebb
