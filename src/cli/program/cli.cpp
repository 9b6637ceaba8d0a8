// One run of the program: words to a command, the world it sees, its exit code.
#include "ebb/cli/cli.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <system_error>

#include "cli/program/arguments.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/help.hpp"
#include "cli/program/pager.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

void enter(const std::string& folder) {
  if (folder.empty()) return;
  std::error_code error;
  std::filesystem::current_path(folder, error);
  if (error) throw Error(Exit::usage, fmt::format("-C {}: {}.", folder, error.message()));
}

World world_of(const Globals& globals) {
  World world;
  world.globals = globals;
  if (environment("EBB_PLAIN").value_or("0") != "0") world.globals.plain = true;
  world.clock = real_clock();
  world.in_terminal = ::isatty(STDIN_FILENO) == 1;
  world.out_terminal = ::isatty(STDOUT_FILENO) == 1;
  world.err_terminal = ::isatty(STDERR_FILENO) == 1;
  return world;
}

void refuse_free_words(const CommandLine& line) {
  if (!line.command->usage.empty() || line.arguments.words.empty()) return;
  throw Error(Exit::usage, fmt::format("ebb {} takes no words, but `{}` was given. See: ebb {} -h", line.command->name,
                                       line.arguments.words.front(), line.command->name));
}

// A full disk or a closed pipe must not look like success: what a stream lost earlier it still knows at the end.
int finish(int code) {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || !std::cout)
    throw Error(Exit::store, "Cannot write to standard output. The output is not whole.");
  return code;
}

// What went wrong while nothing could be written is told as that; text of the store names the collection.
int run(const World& world, const CommandLine& line) {
  try {
    if (is_paged(line.command->name)) world.page();
    return finish(line.command->run(world, line.arguments));
  } catch (const Error& error) {
    throw Error(error.exit(), world.placed(error.what()));
  } catch (const std::system_error&) {
    finish(0);
    throw;
  }
}

bool asks_only_version(const std::vector<std::string>& words) {
  return words.size() == 1 && (words[0] == "version" || words[0] == "-V" || words[0] == "--version");
}

}  // namespace

int run_command_line(const std::vector<std::string>& words) {
  if (World nowhere; asks_only_version(words)) return finish(version_command.run(nowhere, Arguments{}));
  if (words.size() > 1 && words[0] == complete_command.name && words[1] == "--")
    return finish(complete_command.run(World{}, Arguments{{words.begin() + 2, words.end()}, {}, {}}));
  const CommandLine line = parse_command_line(words);
  if (line.help) {
    line.bare ? print_all_help() : print_help(*line.command);
    return finish(0);
  }
  enter(line.globals.directory);
  if (line.command != &version_command) refuse_free_words(line);
  return run(world_of(line.globals), line);
}

}  // namespace ebb
