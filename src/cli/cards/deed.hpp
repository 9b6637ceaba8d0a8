// What verbs such as suspend and mark have in common: choose, ask, change each, save as one command, tell.
#pragma once
#include <functional>
#include <string>

#include "cli/cards/chosen.hpp"
#include "ebb/store/edit.hpp"

namespace ebb {

inline constexpr Option dry_run_option{"--dry-run", "", "say what would change, and change nothing"};

struct Deed {
  std::string ask;      // `Suspend`: asked as "Suspend 21 cards?"
  std::string done;     // `Suspended`: told as "Suspended 3 cards."
  std::string would;    // `suspended`: "3 cards would be suspended:"
  std::string already;  // when none was changed
  bool notes = false;   // once for each note, not for each card
  std::function<bool(Edits&, CardId)> change;
};

// Runs it on the cards that the words choose; --dry-run is looked for. Returns the exit code.
int do_deed(const World& world, const Arguments& arguments, const std::vector<std::string>& words, const Deed& deed);
// The same on cards that were chosen and asked about.
int do_deed(const World& world, Collection& collection, const Chosen& chosen, bool dry_run, const Deed& deed);
// A free word is needed, or a deck: a verb alone is more likely a slip than all cards.
void need_words(const World& world, const Arguments& arguments, std::string_view verb, std::string_view example);

}  // namespace ebb
