// Setting a deck's keys, and saying what is in force.
#include "ebb/store/deck_settings.hpp"

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/text/unicode.hpp"
#include "store/edit/decks.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/parameters_log.hpp"

namespace ebb {
namespace {

// The deck's number; a level that only has decks under it becomes one when it gets a setting.
std::int64_t deck_to_set(Batch& batch, const std::string& name) {
  return name.empty() ? 0 : deck_named(batch, name).value;
}

void log_parameters(Batch& batch) {
  Store& store = batch.store();
  refold_settings(store);
  std::vector<std::int64_t> notes;
  Statement& waiting = store.sql("SELECT (SELECT id FROM note WHERE note.deck = deck.id LIMIT 1) FROM deck WHERE par < 0");
  while (waiting.step())
    if (!waiting.null(0)) notes.push_back(waiting.number(0));
  for (const std::int64_t note : notes) parameters_for(batch, NoteId{note});
}

bool in_force_already(const std::map<std::string, SettingInForce>& now, std::int64_t deck, const SettingChange& change) {
  const auto found = now.find(change.key);
  const bool own = found != now.end() && found->second.deck == deck;
  return change.value.empty() ? !own : own && found->second.value == change.value;
}

}  // namespace

std::vector<std::string> deck_names(Collection& collection) {
  std::vector<std::string> names;
  Statement& all = collection.store().sql("SELECT name FROM deck WHERE live = 1 ORDER BY name");
  while (all.step()) names.emplace_back(all.text(0));
  return names;
}

std::string deck_called(Collection& collection, const std::string& name) {
  const std::vector<std::string> names = deck_names(collection);
  if (std::find(names.begin(), names.end(), name) != names.end()) return name;
  std::string levels;
  for (const char c : name) levels += c == '/' ? std::string("::") : std::string(1, c);
  for (const std::string& wanted : {fold_text(name), fold_text(levels)})
    for (const std::string& deck : names)
      for (std::size_t end = 0; end != std::string::npos;) {
        end = deck.find("::", end == 0 ? 0 : end + 2);
        if (fold_text(deck.substr(0, end)) == wanted) return deck.substr(0, end);
      }
  throw Error(Exit::no, "there is no deck \"" + name + "\"; ebb deck list shows them");
}

std::vector<DeckSetting> deck_settings(Collection& collection, const std::string& deck) {
  Store& store = collection.store();
  const Reading reading(store.db());
  const auto in_force = SettingsLog(store).in_force(store, deck);
  const Parameters parameters = parameters_from(in_force);
  std::vector<DeckSetting> settings;
  for (const SettingKey& key : setting_keys()) {
    const auto set = in_force.find(std::string(key.key));
    const std::string origin = set == in_force.end() ? "built in"
                               : set->second.deck == 0 ? "all decks" : deck_name(store, DeckId{set->second.deck});
    settings.push_back({std::string(key.key), parameter_text(parameters, key.key), origin});
  }
  return settings;
}

Parameters parameters_of(Collection& collection, const std::string& deck) {
  Store& store = collection.store();
  return parameters_from(SettingsLog(store).in_force(store, deck));
}

Parameters parameters_of(Collection& collection, CardId card) { return parameters_of_note(collection.store(), card.note()); }

int change_settings(Collection& collection, const Today& today, const std::string& deck,
                    const std::vector<SettingChange>& changes) {
  Store& store = collection.store();
  Parameters tried;
  std::vector<SettingChange> clean;
  for (const SettingChange& change : changes) {
    const std::string before = parameter_text(tried, change.key);  // an unknown key ends here
    if (!change.value.empty()) set_parameter(tried, change.key, change.value);
    clean.push_back({change.key, change.value.empty() ? "" : parameter_text(tried, change.key)});
  }
  store.new_scheduler(tried);  // a scheduler that is not there ends here
  Batch batch(store, today);
  const std::string name = deck.empty() ? "" : deck_called(collection, deck);
  const std::int64_t number = deck_to_set(batch, name);
  const auto now = SettingsLog(store).in_force(store, name);
  std::erase_if(clean, [&](const SettingChange& change) { return in_force_already(now, number, change); });
  for (const SettingChange& change : clean) {
    Change entry{What::deck_setting, number, 0, {}, {}, change.key, {}, {}};
    if (!change.value.empty()) entry.a = change.value;
    batch.append(entry);
  }
  if (clean.empty()) return 0;
  log_parameters(batch);
  batch.commit();
  return static_cast<int>(clean.size());
}

}  // namespace ebb
