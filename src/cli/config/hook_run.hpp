// Commands that the user's configuration runs when something happens: see `ebb hooks`.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "cli/program/command.hpp"
#include "ebb/core/session.hpp"

namespace ebb {

// A hook: its name, its key in the configuration, and when it runs.
struct Hook {
  std::string_view name;  // `session_end`
  std::string_view key;   // `hooks.session_end`
  std::string_view when;
};
std::span<const Hook> hooks();

// What a hook reads on its standard input: `ebb due --json` with `hook` and `session` (null where there was none).
std::string hook_json(const World& world, std::string_view hook, const Counts& counts, const SessionSummary* session);
// Runs the command that is configured for it, its standard input `json`, its output to stderr. Returns its exit code;
// nothing if none is configured. What goes wrong is told, and stops nothing.
std::optional<int> run_hook(const World& world, std::string_view hook, const std::string& json);
// After a sitting: the session_end hook, if there is one.
void session_ended(const World& world, Collection& collection, const SessionSummary& session);

}  // namespace ebb
