// What a command is: a row of the table in commands.cpp, with its options as data, and the world it may touch.
#pragma once
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/core/time.hpp"
#include "ebb/store/collection.hpp"
#include "ebb/system/environment.hpp"
#include "ebb/system/files.hpp"

namespace ebb {

class Pager;          // pager.hpp
class Configuration;  // configuration.hpp

// One option of a command. `value` is the name of what it takes (`N`, `FILE`); empty for a flag.
struct Option {
  std::string_view flags;  // "-n,--limit"
  std::string_view value;
  std::string_view help;
};

// What was typed, after the verb. Options are asked for by their long name: `has("--json")`.
struct Arguments {
  std::vector<std::string> words;  // free words, in order; those after `--` too
  std::vector<std::string> after;  // only those after `--`
  struct Given {
    std::string name;  // the long name
    std::string value;
  };
  std::vector<Given> given;
  bool has(std::string_view name) const;
  std::optional<std::string> value(std::string_view name) const;  // the last one given
  std::vector<std::string> values(std::string_view name) const;
  std::optional<int> number(std::string_view name) const;  // throws Error(Exit::usage) if it is not a number >= 0
};

// The options that stand before or after any verb.
struct Globals {
  std::string db;
  std::string directory;  // of -C; empty: where we are
  bool json = false, plain = false, quiet = false, verbose = false, yes = false, no_input = false;
  std::string color;  // of --color; empty: not given
};

// What a command sees of the world. Built once per run in cli.cpp.
struct World {
  Globals globals;
  Clock clock;
  bool in_terminal = false, out_terminal = false, err_terminal = false;

  // What ebb was found to work on, once it has been looked for (open.cpp).
  mutable std::string found_path;
  mutable std::shared_ptr<const Configuration> read_config;
  mutable std::shared_ptr<const Pager> pager;

  // What the user has set, read when it is first asked for. Throws Error(Exit::usage) for a file that cannot be read.
  const Configuration& config() const;
  Calendar calendar() const;
  Today today() const { return calendar().today(clock()); }
  // The collection of --db, EBB_DB, `.ebb/` upward where this machine recorded it, or the data folder.
  std::string collection_path() const;
  // Opens it; its notices go to stderr. With `Purpose::read` and no file: throws Error(Exit::store) with what to do.
  Collection open(Purpose purpose) const;
  bool has_collection() const;
  // Keeps what this machine remembers of it (src/cli/program/open.cpp). Call before leaving a command that wrote.
  void remember(const Collection& collection) const;
  // Asks a yes/no question on the terminal. --yes answers yes; --no-input and no terminal answer no.
  bool ask(const std::string& question) const;
  // Whether somebody is there to answer it.
  bool can_ask() const { return !globals.no_input && in_terminal && err_terminal; }
  // How the program is called in a line that the user is told to type: `ebb`, or `ebb --db FILE` when that was given.
  // Without it the line would be about another collection. EBB_DB stays in force by itself.
  std::string ebb() const;
  // Text of a lower layer, which knows no options: `ebb VERB` becomes the line that has them.
  std::string placed(std::string text) const;
  // From here on the output goes through the pager, if it goes to a terminal: for what may be longer than a screen. Not
  // where something is asked.
  void page() const;
  // Says something on stderr, unless -q.
  void say(const std::string& line) const;
};

// A verb, defined as `const Command list_command{…}` in its own file (commands.hpp). `run` returns the exit code.
struct Command {
  std::string_view name;
  std::string_view aliases;   // "r drill study"
  std::string_view usage;     // "[FILTER…]"; empty: a free word is an error, told before `run`
  std::string_view summary;   // one line
  std::string_view examples;  // lines of `command    what it does`
  std::span<const Option> options;
  int (*run)(const World& world, const Arguments& arguments);
  bool signed_words = false;  // `-x` is a free word unless it is an option: `ebb tag -x`
};

// What the name of a saved filter stands for (`@morning`: the name is `morning`); nothing if there is none of that name.
using SavedFilter = std::function<std::optional<std::string>(const std::string& name)>;
// Takes the words of a filter (`deck:x not tag:y is:due`, ebb help filters) and -d. Throws Error(Exit::usage) on what it
// does not know, with the nearest, pointing at the word.
CardFilter parse_filter(const std::vector<std::string>& words, const std::optional<std::string>& deck,
                        const SavedFilter& saved = {});
// The same with the filters that the user saved in the configuration.
CardFilter given_filter(const World& world, const std::vector<std::string>& words,
                        const std::optional<std::string>& deck);
// The filter options that every such verb takes: -d DECK.
inline constexpr Option deck_option{"-d,--deck", "DECK", "only this deck and those under it"};

}  // namespace ebb
