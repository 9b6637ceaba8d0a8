// The table of commands: every row is whole, and no two rows clash.
#include "cli/program/commands.hpp"

#include <doctest/doctest.h>

#include <set>

#include "cli/program/arguments.hpp"

using namespace ebb;

namespace {

// `-n` and `--limit` of `-n,--limit`.
std::vector<std::string> names_of(const Option& option) {
  const std::string flags(option.flags);
  const std::size_t comma = flags.find(',');
  if (comma == std::string::npos) return {flags};
  return {flags.substr(0, comma), flags.substr(comma + 1)};
}

}  // namespace

TEST_CASE("every command has its words, and examples that call it") {
  for (const CommandGroup& group : command_groups()) {
    for (const Command* command : group.commands) {
      CAPTURE(command->name);
      CHECK_FALSE(command->summary.empty());
      CHECK((command->run != nullptr));
      CHECK(command->examples.find("ebb") != std::string_view::npos);
      CHECK(find_command(command->name) == command);
    }
  }
}

TEST_CASE("no name or alias is given twice") {
  const auto names = command_names();
  CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
}

TEST_CASE("no option of a command clashes with another or with a global one") {
  for (const CommandGroup& group : command_groups()) {
    for (const Command* command : group.commands) {
      std::set<std::string> seen;
      for (const auto& options : {command->options, global_options()}) {
        for (const Option& option : options) {
          CHECK_FALSE(option.help.empty());
          for (const std::string& name : names_of(option))
            CHECK_MESSAGE(seen.insert(name).second, std::string(command->name) << " " << name);
        }
      }
    }
  }
}
