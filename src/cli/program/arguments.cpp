// The only file that includes CLI11. The verb is known before: only that verb's options and the global ones are set up.
#include "cli/program/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/program/commands.hpp"
#include "cli/program/free_words.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr std::array global_table{
    Option{"--db", "PATH", "use this collection"},
    Option{"-C", "DIR", "start in this folder"},
    Option{"--json", "", "print JSON"},
    Option{"--plain", "", "lines only: no full screen, no escapes"},
    Option{"--color", "WHEN", "auto, always or never"},
    Option{"-q,--quiet", "", "say less"},
    Option{"-v,--verbose", "", "say more"},
    Option{"--yes", "", "answer yes to every question"},
    Option{"--no-input", "", "ask nothing: the answer to every question is no"},
    Option{"-h,--help", "", "show help"},
    Option{"-V,--version", "", "show the version"},
};

const Command* command_for(std::string_view verb) {
  if (const Command* command = find_command(verb)) return command;
  throw Error(Exit::usage, fmt::format("There is no command `{}`.{} All commands: ebb help", verb,
                                       did_you_mean(verb, command_names())));
}

void add(CLI::App& app, std::vector<CLI::Option*>& added, const Option& option) {
  const std::string flags(option.flags);
  if (option.value.empty()) {
    added.push_back(app.add_flag(flags));
    return;
  }
  auto* taker = app.add_option(flags, [](const CLI::results_t&) { return true; });
  taker->type_size(1)->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  added.push_back(taker);
}

[[noreturn]] void refuse_option(const Command& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const auto& options : {command.options, global_options()})
    for (const Option& option : options) names.push_back(long_name(option));
  throw Error(Exit::usage, fmt::format("{} has no option `{}`.{} Its options: ebb {} -h", command.name, name,
                                       did_you_mean(name, names), command.name));
}

// A sentence from what CLI11 threw; its text begins with the option.
[[noreturn]] void refuse_value(const Command& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string option = text.substr(0, text.find(':'));
  const bool missing = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  throw Error(Exit::usage, fmt::format("{}: {}. Its options: ebb {} -h", command.name,
                                       missing ? option + " needs a value" : text, command.name));
}

std::vector<Arguments::Given> read_options(const Command& command, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> added;
  std::vector<const Option*> meant;
  for (const auto& options : {command.options, global_options()}) {
    for (const Option& option : options) {
      add(app, added, option);
      meant.push_back(&option);
    }
  }
  std::reverse(words.begin(), words.end());
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    refuse_value(command, error);
  }
  if (const auto extras = app.remaining(); !extras.empty()) refuse_option(command, extras.front());

  std::vector<Arguments::Given> given;
  for (std::size_t i = 0; i < added.size(); ++i) {
    for (const std::string& value : added[i]->results())
      given.push_back({std::string(long_name(*meant[i])), meant[i]->value.empty() ? std::string{} : value});
  }
  return given;
}

void fill_globals(CommandLine& line) {
  const Arguments& given = line.arguments;
  Globals& globals = line.globals;
  globals.db = given.value("--db").value_or("");
  globals.directory = given.value("-C").value_or("");
  globals.json = given.has("--json");
  globals.plain = given.has("--plain");
  globals.quiet = given.has("--quiet");
  globals.verbose = given.has("--verbose");
  globals.yes = given.has("--yes");
  globals.no_input = given.has("--no-input");
  globals.color = given.value("--color").value_or("");
  line.help = given.has("--help");
  if (!globals.color.empty() && globals.color != "auto" && globals.color != "always" && globals.color != "never")
    throw Error(Exit::usage, fmt::format("--color is `{}`. It is auto, always or never.", globals.color));
  if (given.has("--version")) line.command = &version_command;
}

}  // namespace

std::span<const Option> global_options() {
  return global_table;
}

std::string_view long_name(const Option& option) {
  return option.flags.substr(option.flags.rfind(',') + 1);
}

CommandLine parse_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  const std::size_t verb = verb_position(words, global_table);
  std::vector<std::string> rest = words;
  if (verb == words.size()) {
    line.command = &status_command;
    line.bare = true;
  } else {
    line.command = command_for(words[verb]);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(verb));
  }
  SplitWords split = split_words(rest, global_table, line.command->options, line.command->signed_words);
  line.arguments.given = read_options(*line.command, std::move(split.options));
  line.arguments.words = std::move(split.free);
  line.arguments.after = split.after;
  line.arguments.words.insert(line.arguments.words.end(), split.after.begin(), split.after.end());
  fill_globals(line);
  return line;
}

}  // namespace ebb
