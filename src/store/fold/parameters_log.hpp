// Parameters in the log: what a deck's settings come to, and the entry that answers name.
#pragma once
#include <map>
#include <string>

#include "ebb/core/parameters.hpp"
#include "store/log/batch.hpp"

namespace ebb {

// Who set a key to what.
struct SettingInForce {
  std::string value;
  std::int64_t deck = 0;  // 0: all decks
};

// The live settings of all decks, by deck (0: all decks) and key.
class SettingsLog {
 public:
  explicit SettingsLog(Store& store);
  bool empty() const { return settings_.empty(); }
  // The decks that set something of their own; 0: all decks.
  const std::map<std::int64_t, std::map<std::string, std::string>>& own() const { return settings_; }
  // What is in force for a deck: its own, those of the decks above it, those of all decks. What none sets is left out.
  std::map<std::string, SettingInForce> in_force(Store& store, std::string_view deck_name) const;

 private:
  std::map<std::int64_t, std::map<std::string, std::string>> settings_;
};

// A deck's settings as parameters. A value that this program does not understand is left as built in.
Parameters parameters_from(const std::map<std::string, SettingInForce>& settings);

// The parameters entry `par`; 0 is the default. Throws Error(Exit::store) for one that cannot be read.
Parameters logged_parameters(Store& store, std::int64_t par);
// The parameters entry for a card of this note. Appends it to the batch if the log has none like it yet.
std::int64_t parameters_for(Batch& batch, NoteId note);
// The same for reading: the parameters in force for a note's deck.
Parameters parameters_of_note(Store& store, NoteId note);
// The number of that entry, -1 while it is not logged.
std::int64_t par_of_note(Store& store, NoteId note);

}  // namespace ebb
