// `ebb help`, `ebb help VERB`, `ebb VERB -h`: made from the table of commands, so that it cannot fall behind.
#include "cli/program/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/program/arguments.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/help_topics.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/man_page.hpp"
#include "cli/program/suggest.hpp"
#include "cli/program/wrapped.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

// `left` padded to `width`, and `right` wrapped beside it; below it where it would be squeezed.
void print_row(std::string_view left, std::string_view right, int width) {
  const int page = help_width();
  if (page - width - 2 < 22) {
    fmt::print("  {}\n", left);
    if (right == " ") return;  // an example that says it all
    for (const std::string& line : wrap(right, page - 6)) fmt::print("      {}\n", line);
    return;
  }
  const int gap = std::max(width - cells(left), 2);
  std::string lead = "  " + std::string(left) + std::string(static_cast<std::size_t>(gap), ' ');
  for (const std::string& line : wrap(right, page - width - 2)) {
    fmt::print("{}{}\n", lead, line);
    lead.assign(static_cast<std::size_t>(width) + 2, ' ');
  }
}

std::string spelled(const Option& option) {
  std::string flags(option.flags);
  if (const std::size_t comma = flags.find(','); comma != std::string::npos) flags.insert(comma + 1, " ");
  return option.value.empty() ? flags : fmt::format("{} {}", flags, option.value);
}

void print_options(std::string_view title, std::span<const Option> options) {
  if (options.empty()) return;
  int width = 0;
  for (const Option& option : options) width = std::max(width, cells(spelled(option)) + 3);
  fmt::print("\n{}\n", title);
  for (const Option& option : options) print_row(spelled(option), option.help, width);
}

// Lines of `command    what it does`: two blanks or more part them.
void print_examples(std::string_view examples) {
  int width = 0;
  const auto each = [&](auto visit) {
    for (std::string_view rest = examples; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      const std::size_t gap = std::min(line.find("  "), line.size());
      const std::size_t text = std::min(line.find_first_not_of(' ', gap), line.size());
      if (!line.empty()) visit(line.substr(0, gap), line.substr(text));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  };
  each([&](std::string_view command, std::string_view) { width = std::max(width, cells(command) + 3); });
  width = std::min(width, 46);
  each([&](std::string_view command, std::string_view what) { print_row(command, what.empty() ? " " : what, width); });
}

constexpr Option options[] = {{"--man", "", "as a manual page, for man -l and for packages"}};

int print_man(const World& world, const std::vector<std::string>& words) {
  if (words.empty()) {
    fmt::print("{}", man_page(world.today().day));
    return 0;
  }
  const Command* command = find_command(words.front());
  if (command == nullptr) throw Error(Exit::usage, fmt::format("There is no command `{}`.", words.front()));
  fmt::print("{}", man_page(*command, world.today().day));
  return 0;
}

int run_help(const World& world, const Arguments& arguments) {
  if (arguments.has("--man")) return print_man(world, arguments.words);
  if (arguments.words.empty()) {
    print_all_help();
    return 0;
  }
  const std::string& word = arguments.words.front();
  if (const Command* command = find_command(word)) {
    print_help(*command);
    return 0;
  }
  if (const HelpTopic* topic = find_topic(word)) {
    fmt::print("{}", wrapped(topic_text(*topic), world.out_terminal ? help_width() : 0));
    return 0;
  }
  std::vector<std::string_view> names = command_names();
  for (const HelpTopic& topic : help_topics()) names.push_back(topic.name);
  throw Error(Exit::usage,
              fmt::format("There is no help on `{}`.{} What there is: ebb help", word, did_you_mean(word, names)));
}

}  // namespace

void print_help(const Command& command) {
  std::string summary(command.summary);
  if (summary[0] >= 'a' && summary[0] <= 'z') summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
  fmt::print("{}\n\n", wrapped(summary + ".", help_width()));
  print_examples(command.examples);
  fmt::print("\nUsage: ebb {} [OPTION…]{}{}\n", command.name, command.usage.empty() ? "" : " ", command.usage);
  if (!command.aliases.empty()) fmt::print("Also: {}\n", command.aliases);
  print_options("Options", command.options);
  print_options("Options of every command", global_options());
}

void print_all_help() {
  fmt::print("ebb: spaced repetition in the terminal\n");
  for (const CommandGroup& group : command_groups()) {
    fmt::print("\n{}\n", group.title);
    for (const Command* command : group.commands) print_row(command->name, command->summary, 14);
  }
  fmt::print("\nTopics\n");
  for (const HelpTopic& topic : help_topics()) print_row(topic.name, topic.summary, 14);
  fmt::print("\n{}\n", wrapped("More on one: ebb help review. A bare ebb shows what is due.", help_width()));
}

const Command help_command{
    .name = "help",
    .aliases = "",
    .usage = "[COMMAND|TOPIC]",
    .summary = "show all commands, or one of them",
    .examples =
        "ebb help  all commands\n"
        "ebb help import  one command\n"
        "ebb help filters  how to choose cards\n"
        "ebb help --man import | man -l -  the manual page of a command\n",
    .options = options,
    .run = run_help,
};

}  // namespace ebb
