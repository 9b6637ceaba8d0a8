// The settings of decks for `ebb help settings`, made from their table.
#include "cli/decks/deck_help.hpp"

#include <fmt/format.h>

#include "ebb/core/settings.hpp"

namespace ebb {

std::string settings_topic() {
  std::string text = "Settings of a deck. They hold for the decks under it too, unless those have their own.\n\n";
  for (const SettingKey& key : setting_keys()) text += fmt::format("  {:<11} {}\n  {:<11} {}\n", key.key, key.help, "", key.form);
  return text +
         "\n  ebb deck set DECK KEY VALUE  sets one; --all for all decks, --default unsets\n"
         "  ebb deck show DECK           what is in force, and who set it\n\n"
         "No due day moves when a setting changes: the next answer goes by it.\n"
         "ebb reschedule moves them at once, after showing its plan.\n";
}

}  // namespace ebb
