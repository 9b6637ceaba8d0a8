// Both schemas of Anki's database, told apart by their version.
#include "formats/anki/collection.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ebb/core/error.hpp"
#include "formats/anki/protobuf.hpp"
#include "formats/html_text.hpp"

namespace ebb {
namespace {

using Json = nlohmann::json;

std::optional<int> whole(const Json& value) {
  if (value.is_number_integer())
    return static_cast<int>(std::clamp<std::int64_t>(value.get<std::int64_t>(), -100000, 100000));
  if (value.is_number()) return static_cast<int>(std::clamp(value.get<double>(), -100000.0, 100000.0));
  return std::nullopt;
}

// One setting that matters to us.
void set_config(AnkiCollection& collection, std::string_view key, const Json& value) {
  const std::optional<int> number = whole(value);
  if (!number) return;
  if (key == "schedVer") collection.scheduler = *number;
  if (key == "rollover") collection.clock.rollover = *number;
  if (key == "creationOffset") collection.clock.creation_west = *number;
  if (key == "localOffset") collection.clock.west = *number;
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Schema 18 separates a deck's levels by U+001F.
std::string deck_name(std::string_view raw) {
  std::string name;
  for (const char c : raw) {
    if (c == '\x1f')
      name += "::";
    else
      name += c;
  }
  return valid_utf8(name);
}

void load_types(UntrustedDatabase& database, AnkiCollection& collection) {
  Statement types(database, "SELECT id, name, config FROM notetypes");
  while (types.step()) {
    AnkiNoteType type;
    type.id = types.number(0);
    type.name = valid_utf8(types.text(1));
    const std::string_view config = text_of(types.blob(2));
    type.cloze = proto_number(config, 1) == 1;
    type.sort_field = static_cast<int>(std::min<std::uint64_t>(proto_number(config, 2), 1000));
    type.css = valid_utf8(proto_bytes(config, 3));
    type.latex_before = valid_utf8(proto_bytes(config, 5));
    type.latex_after = valid_utf8(proto_bytes(config, 6));
    collection.types.emplace(type.id, std::move(type));
  }
  Statement fields(database, "SELECT ntid, name FROM fields ORDER BY ntid, ord");
  while (fields.step())
    if (const auto type = collection.types.find(fields.number(0)); type != collection.types.end())
      type->second.fields.push_back(valid_utf8(fields.text(1)));
  Statement templates(database, "SELECT ntid, name, config FROM templates ORDER BY ntid, ord");
  while (templates.step()) {
    const auto type = collection.types.find(templates.number(0));
    if (type == collection.types.end()) continue;
    const std::string_view config = text_of(templates.blob(2));
    type->second.templates.push_back({valid_utf8(templates.text(1)), valid_utf8(proto_bytes(config, 1)),
                                      valid_utf8(proto_bytes(config, 2)), "", ""});
  }
  for (auto& [id, type] : collection.types) prepare_templates(type);
}

}  // namespace

void load_schema11(UntrustedDatabase& database, AnkiCollection& collection) {
  Statement row(database, "SELECT conf, models, decks FROM col");
  if (!row.step()) throw Error(Exit::input, "its table \"col\" is empty");
  const Json config = Json::parse(row.text(0), nullptr, false);
  if (config.is_object())
    for (const auto& [key, value] : config.items()) set_config(collection, key, value);
  collection.types = note_types_from_json(row.text(1));
  const Json decks = Json::parse(row.text(2), nullptr, false);
  if (!decks.is_object()) return;
  for (const auto& [key, deck] : decks.items())
    if (deck.is_object() && deck.contains("name") && deck["name"].is_string())
      collection.decks.emplace(std::strtoll(key.c_str(), nullptr, 10), deck_name(deck["name"].get<std::string>()));
}

void load_schema18(UntrustedDatabase& database, AnkiCollection& collection) {
  for (const char* table : {"notetypes", "fields", "templates", "decks", "config"})
    if (!database.has_table(table)) throw Error(Exit::input, std::string("it has no table \"") + table + "\"");
  Statement config(database, "SELECT KEY, val FROM config");
  while (config.step()) set_config(collection, config.text(0), Json::parse(text_of(config.blob(1)), nullptr, false));
  load_types(database, collection);
  Statement decks(database, "SELECT id, name FROM decks");
  while (decks.step()) collection.decks.emplace(decks.number(0), deck_name(decks.text(1)));
}

AnkiCollection load_collection(UntrustedDatabase& database) {
  for (const char* table : {"col", "notes", "cards", "revlog"})
    if (!database.has_table(table)) throw Error(Exit::input, std::string("it has no table \"") + table + "\"");
  AnkiCollection collection;
  collection.schema = static_cast<int>(database.number("SELECT ver FROM col"));
  collection.clock.created = database.number("SELECT crt FROM col");
  if (collection.schema > 18 || collection.schema < 1)
    throw Error(Exit::input, "its version is " + std::to_string(collection.schema) + ", newer than what is known here");
  if (collection.schema >= 15)
    load_schema18(database, collection);
  else
    load_schema11(database, collection);
  return collection;
}

}  // namespace ebb
