// Backups are looked for beside the collection; nothing here writes.
#include "cli/upkeep/doctor_advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/program/shell_words.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/text/screen_text.hpp"

namespace ebb {
namespace {

// Words of the errors of src/sqlite/database.cpp, which carry no code.
constexpr std::array<std::string_view, 4> of_the_file{"damaged", "malformed", "corrupt", "not a database"};
constexpr std::array<std::string_view, 5> of_the_moment{"another program", "disk is full", "cannot be written",
                                                        "cannot be opened", "check the disk"};

bool holds_any(const std::string& text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

}  // namespace

std::optional<Finding> as_damage(const std::string& error, bool while_looking) {
  if (holds_any(error, of_the_moment) || (!while_looking && !holds_any(error, of_the_file))) return {};
  std::string what = error;
  constexpr std::string_view to_itself = "; ebb doctor says how far";
  if (const std::size_t at = what.find(to_itself); at != std::string::npos) what.erase(at, to_itself.size());
  return Finding{true, what};
}

bool can_be_rebuilt(const Diagnosis& diagnosis) {
  return std::all_of(diagnosis.findings.begin(), diagnosis.findings.end(), [](const Finding& finding) {
    return !finding.damage || finding.what.find("ebb doctor --fix") != std::string::npos;
  });
}

std::string newest_backup(const World& world) {
  const auto backups = backups_here(world);
  return backups.empty() ? "" : backups.front().path;
}

std::vector<std::string> rescue_lines(const World& world, bool readable) {
  const std::string backup = newest_backup(world);
  const std::string save =
      readable ? "What can still be read is saved by: " + world.ebb() + " export --full -o FILE" : "";
  if (backup.empty()) return {save.empty() ? "There is no backup." : "There is no backup. " + save};
  std::vector<std::string> lines;
  if (!save.empty()) lines.push_back(save);
  lines.push_back(fmt::format("To go back to the newest backup: ebb backup restore {}",
                              one_line(shell_word(backup.substr(backup.rfind('/') + 1)))));
  lines.push_back(fmt::format("To look into it first: ebb --db {} list", one_line(shell_word(backup))));
  return lines;
}

}  // namespace ebb
