// Manual pages in mdoc, checked with `mandoc -Tlint` (tests/cli/man_pages.py). What they say is what `ebb help` says.
#include "cli/program/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/program/arguments.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/help_topics.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

// Text as roff takes it: nothing in it is a request, and everything is ASCII.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
      std::uint32_t code = byte & (0xFFu >> (size + 1));
      for (std::size_t k = 1; k < size && i + k < text.size(); ++k) code = (code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
      out += fmt::format("\\[u{:04X}]", code);
      i += size;
      continue;
    }
    if (text[i] == '\\')
      out += "\\e";
    else if (text[i] == '-')
      out += "\\-";
    else
      out += text[i];
    ++i;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

// One argument of a macro: never itself a macro.
std::string argument(std::string_view text) {
  std::string quoted = "\\&" + roff(text);
  for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 4) quoted.replace(at, 1, "\\(dq");
  return "\"" + quoted + "\"";
}

std::string date_text(Day day) {
  static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {}, {}", months[static_cast<unsigned>(date.month()) - 1], static_cast<unsigned>(date.day()),
                     static_cast<int>(date.year()));
}

std::string opening(std::string_view name, std::string_view summary, Day day) {
  std::string title(name);
  std::transform(title.begin(), title.end(), title.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return fmt::format(".Dd {}\n.Dt {} 1\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", date_text(day), title, name, roff(summary));
}

// Running text: a new line for each sentence, and no long ones.
std::string paragraph(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(". "), text.size());
    for (const std::string& line : wrap(text.substr(0, std::min(end + 1, text.size())), 64)) lines += roff(line) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return lines;
}

std::string sentence(std::string_view summary) {
  std::string text(summary);
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text + ".";
}

std::string options_list(std::span<const Option> options) {
  std::string text = ".Bl -tag -width Ds\n";
  for (const Option& option : options) {
    text += ".It ";
    const std::size_t comma = option.flags.find(',');
    if (comma != std::string_view::npos) text += fmt::format("Fl {} , ", argument(option.flags.substr(1, comma - 1)));
    text += fmt::format("Fl {}", argument(long_name(option).substr(1)));
    if (!option.value.empty()) text += fmt::format(" Ar {}", argument(option.value));
    text += "\n" + paragraph(sentence(option.help));
  }
  return text + ".El\n";
}

std::string examples_list(std::string_view examples) {
  std::string text = ".Sh EXAMPLES\n.Bl -tag -width Ds\n";
  while (!examples.empty()) {
    const std::size_t end = std::min(examples.find('\n'), examples.size());
    const std::string_view line = examples.substr(0, end);
    const std::size_t gap = std::min(line.find("  "), line.size());
    const std::size_t what = std::min(line.find_first_not_of(' ', gap), line.size());
    if (!line.empty()) text += fmt::format(".It Li {}\n", argument(line.substr(0, gap)));
    if (what < line.size()) text += paragraph(sentence(line.substr(what)));
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  return text + ".El\n";
}

std::string as_it_is(std::string_view page) {
  std::string text = ".Bd -literal\n";
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    text += roff(page.substr(0, end)) + "\n";
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return text + ".Ed\n";
}

std::string topic(std::string_view name) {
  const HelpTopic* found = find_topic(name);
  return found == nullptr ? "" : as_it_is(topic_text(*found));
}

std::string usage_text(const Command& command) {
  std::string text = fmt::format(".Sh SYNOPSIS\n.Nm ebb {}\n.Op Ar option ...\n", command.name);
  if (!command.usage.empty()) text += fmt::format(".Ar {}\n", argument(command.usage));
  return text;
}

}  // namespace

std::string man_page(Day day) {
  std::string text = opening("ebb", "spaced repetition in the terminal", day);
  text += ".Sh SYNOPSIS\n.Nm\n.Op Ar verb\n.Op Ar option ...\n.Sh DESCRIPTION\n.Nm\n";
  text += "shows each card again when it is about to be forgotten.\nDecks are text files; answers are kept in a log.\n";
  text += "Without a verb it says what is due.\n";
  for (const CommandGroup& group : command_groups()) {
    text += fmt::format(".Ss {}\n.Bl -tag -width Ds\n", group.title);
    for (const Command* command : group.commands)
      text += fmt::format(".It Xr ebb-{} 1\n{}", command->name, paragraph(sentence(command->summary)));
    text += ".El\n";
  }
  text += ".Sh OPTIONS\nBefore or after any verb:\n" + options_list(global_options());
  text += ".Sh ENVIRONMENT\n" + topic("environment");
  text += ".Sh EXIT STATUS\n" + topic("exit-codes");
  text += ".Sh EXAMPLES\n.Bl -tag -width Ds\n.It Li \"ebb init \\-\\-demo\"\nA collection with seven cards.\n";
  text += ".It Li \"ebb review\"\nThe first sitting.\n.It Li \"ebb import spanish.csv\"\nA deck of your own.\n.El\n";
  return text;
}

std::string man_page(const Command& command, Day day) {
  std::string text = opening("ebb-" + std::string(command.name), command.summary, day) + usage_text(command);
  text += ".Sh DESCRIPTION\n" + paragraph(sentence(command.summary));
  if (!command.aliases.empty()) text += fmt::format(".Pp\nAlso called {}.\n", roff(command.aliases));
  if (!command.options.empty()) text += options_list(command.options);
  text += ".Pp\nThe options of every command are in\n.Xr ebb 1 .\n";
  text += examples_list(command.examples);
  return text + ".Sh SEE ALSO\n.Xr ebb 1\n";
}

}  // namespace ebb
