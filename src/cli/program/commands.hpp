// Every command of the program. Each is defined in the file of its name; commands.cpp puts them in groups.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "cli/program/command.hpp"

namespace ebb {

extern const Command status_command, review_command, due_command;
extern const Command cram_command, one_command, while_command, catchup_command, away_command;
extern const Command list_command, browse_command, show_command, why_command, lint_command;
extern const Command init_command, import_command, export_command, check_command;
extern const Command deck_command, optimize_command, reschedule_command, sim_command;
extern const Command add_command, edit_command, tag_command, set_command;
extern const Command mark_command, suspend_command, resume_command, bury_command, rm_command, reset_command, purge_command;
extern const Command log_command, undo_command, redo_command, stats_command, report_command, hooks_command;
extern const Command trace_command, doctor_command, backup_command, config_command, completion_command, complete_command, paths_command, help_command, version_command;

// Commands that belong together, as `ebb help` lists them.
struct CommandGroup {
  std::string_view title;
  std::span<const Command* const> commands;
};
std::span<const CommandGroup> command_groups();
// The command of that name or alias; null if there is none.
const Command* find_command(std::string_view name);
// All names and aliases, for suggestions.
std::vector<std::string_view> command_names();

}  // namespace ebb
