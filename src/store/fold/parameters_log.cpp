// From settings to parameters to an entry: equal parameters share one entry, so that a million answers name a few.
#include "store/fold/parameters_log.hpp"

#include <nlohmann/json.hpp>

#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/text/json_text.hpp"
#include "store/fold/fold.hpp"

namespace ebb {
namespace {

// Every setting as text, in the order of the table, so that equal parameters are equal texts.
std::string parameters_text(Store& store, const Parameters& parameters) {
  std::string text = "{\"version\":" + std::to_string(store.new_scheduler(parameters)->version());
  for (const SettingKey& key : setting_keys())
    if (key.schedule) text += "," + json_text(key.key) + ":" + json_text(parameter_text(parameters, key.key));
  return text + "}";
}

std::int64_t find_parameters(Store& store, const std::string& text) {
  Statement& find = store.sql(
      "SELECT id FROM change INDEXED BY change_rare WHERE what = 72 AND what >= 64 AND more = ? ORDER BY hlc, id LIMIT 1");
  const std::int64_t par = find.bind(1, std::string_view(text)).step() ? find.number(0) : -1;
  find.reset();
  return par;
}

std::int64_t par_of(Store& store, Parameters parameters) {
  parameters.day = {};  // no schedule depends on it
  return parameters == Parameters{} ? 0 : find_parameters(store, parameters_text(store, parameters));
}

std::string deck_of_note(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT deck.name FROM note JOIN deck ON deck.id = note.deck WHERE note.id = ?");
  const std::string name = find.bind(1, note.value).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return name;
}

}  // namespace

SettingsLog::SettingsLog(Store& store) {
  Statement& find = store.sql(
      "SELECT change.id, ifnull(ent, 0), q, a FROM change INDEXED BY change_rare JOIN device ON device.dev = change.id >> 40"
      " WHERE what = 67 AND what >= 64 ORDER BY hlc, device.id, change.id");
  while (find.step()) {
    if (!is_live(store, EntryId{find.number(0)})) continue;
    auto& deck = settings_[find.number(1)];
    const std::string key(find.text(2));
    if (find.null(3)) deck.erase(key);
    else deck[key] = find.text(3);
  }
}

std::map<std::string, SettingInForce> SettingsLog::in_force(Store& store, std::string_view deck_name) const {
  std::map<std::string, SettingInForce> found;
  const auto take = [&](std::int64_t deck) {
    const auto own = settings_.find(deck);
    if (own == settings_.end()) return;
    for (const auto& [key, value] : own->second) found[key] = {value, deck};
  };
  take(0);
  for (std::size_t end = 0; !deck_name.empty() && end != std::string_view::npos;) {
    end = deck_name.find("::", end == 0 ? 0 : end + 2);
    Statement& find = store.sql("SELECT id FROM deck WHERE name = ? AND live = 1");
    const std::int64_t deck = find.bind(1, deck_name.substr(0, end)).step() ? find.number(0) : 0;
    find.reset();
    if (deck != 0) take(deck);
  }
  return found;
}

Parameters parameters_from(const std::map<std::string, SettingInForce>& settings) {
  Parameters parameters;
  for (const auto& [key, setting] : settings) {
    try {
      set_parameter(parameters, key, setting.value);
    } catch (const Error&) {
      continue;  // written by a newer program: `ebb deck show` names it
    }
  }
  return parameters;
}

Parameters logged_parameters(Store& store, std::int64_t par) {
  Parameters parameters;
  if (par == 0) return parameters;
  Statement& find = store.sql("SELECT more FROM change WHERE id = ? AND what = 72");
  const bool known = find.bind(1, par).step();
  const nlohmann::json object = known ? nlohmann::json::parse(find.text(0), nullptr, false) : nlohmann::json();
  find.reset();
  if (!object.is_object())
    throw Error(Exit::store, "the log names parameters that it does not hold (entry " + entry_name(store, EntryId{par}) +
                                 "); restore a backup, or import the other machine's export");
  try {
    for (const auto& [key, value] : object.items())
      if (key != "version") set_parameter(parameters, key, value.get<std::string>());
    const auto scheduler = store.new_scheduler(parameters);
    if (object.value("version", 0) == scheduler->version()) return parameters;
  } catch (const std::exception&) {
    // told below
  }
  throw Error(Exit::store, "this collection was scheduled in a way that this version of ebb does not know; use a newer ebb");
}

std::int64_t par_of_note(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT deck.par FROM note JOIN deck ON deck.id = note.deck WHERE note.id = ?");
  const std::int64_t par = find.bind(1, note.value).step() ? find.number(0) : 0;
  find.reset();
  return par;
}

Parameters parameters_of_note(Store& store, NoteId note) {
  return parameters_from(SettingsLog(store).in_force(store, deck_of_note(store, note)));
}

std::int64_t parameters_for(Batch& batch, NoteId note) {
  Store& store = batch.store();
  const std::int64_t known = par_of_note(store, note);
  if (known >= 0) return known;
  const std::string text = parameters_text(store, parameters_of_note(store, note));
  batch.append({What::parameters, 0, 0, {}, {}, {}, {}, text});
  refold_settings(store);
  return par_of_note(store, note);
}

void refold_settings(Store& store) {
  const SettingsLog settings(store);
  if (settings.empty()) {
    store.sql("UPDATE deck SET par = 0 WHERE par <> 0").run();
    return;
  }
  std::map<std::int64_t, std::string> decks;
  Statement& all = store.sql("SELECT id, name FROM deck");
  while (all.step()) decks[all.number(0)] = all.text(1);
  for (const auto& [deck, name] : decks)
    store.sql("UPDATE deck SET par = ?2 WHERE id = ?1 AND par <> ?2")
        .bind(1, deck).bind(2, par_of(store, parameters_from(settings.in_force(store, name)))).run();
}

}  // namespace ebb
