// The table of commands, in the groups and the order of `ebb help`.
#include "cli/program/commands.hpp"

#include <algorithm>
#include <array>

namespace ebb {
namespace {

using Row = const Command*;

constexpr std::array<Row, 8> every_day{&status_command, &review_command,  &due_command, &one_command, &while_command,
                                       &cram_command,   &catchup_command, &away_command};
constexpr std::array<Row, 5> files{&init_command, &import_command, &export_command, &check_command, &paths_command};
constexpr std::array<Row, 5> cards{&list_command, &browse_command, &show_command, &why_command, &lint_command};
constexpr std::array<Row, 11> changing{&add_command,     &edit_command,   &tag_command,  &set_command, &mark_command,
                                        &suspend_command, &resume_command, &bury_command, &reset_command, &rm_command, &purge_command};
constexpr std::array<Row, 4> scheduling{&deck_command, &optimize_command, &reschedule_command, &sim_command};
constexpr std::array<Row, 5> past{&log_command, &undo_command, &redo_command, &stats_command, &report_command};
constexpr std::array<Row, 8> program{&backup_command, &config_command, &hooks_command, &completion_command, &trace_command, &doctor_command, &help_command, &version_command};

constexpr std::array<CommandGroup, 7> groups{{
    {"Every day", every_day},
    {"Decks in and out", files},
    {"Cards", cards},
    {"Changing cards", changing},
    {"Scheduling", scheduling},
    {"What happened", past},
    {"The program", program},
}};

// Calls `visit` with each blank-separated word.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) visit(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
}

bool is_called(const Command& command, std::string_view name) {
  bool found = command.name == name;
  for_each_word(command.aliases, [&](std::string_view alias) { found = found || alias == name; });
  return found;
}

}  // namespace

std::span<const CommandGroup> command_groups() {
  return groups;
}

const Command* find_command(std::string_view name) {
  for (const CommandGroup& group : groups) {
    for (const Command* command : group.commands)
      if (is_called(*command, name)) return command;
  }
  return name == complete_command.name ? &complete_command : nullptr;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const CommandGroup& group : groups) {
    for (const Command* command : group.commands) {
      names.push_back(command->name);
      for_each_word(command->aliases, [&](std::string_view alias) {
        if (alias.size() > 1) names.push_back(alias);
      });
    }
  }
  return names;
}

}  // namespace ebb
