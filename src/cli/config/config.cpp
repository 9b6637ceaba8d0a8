// ebb config: asking for a key, setting it, and all keys with who set them.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/config/config_edit.hpp"
#include "cli/config/configuration.hpp"
#include "cli/config/toml_text.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "ebb/core/error.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--origin", "", "list: also who set it"},
    {"--default", "", "set: take the setting out of the file again"},
    {"-d,--deck", "DECK", "list: also what is set for this deck"},
};

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

// Every key that is a value of its own, then those that the file names under a `*`.
std::vector<Configured> all_values(const Configuration& configuration) {
  std::vector<Configured> all;
  for (const ConfigKey& row : config_keys()) {
    if (row.key.find('*') == std::string_view::npos)
      all.push_back(configuration.find(row.key));
    else
      for (const auto& one : configuration.named(row.key)) all.push_back(one.configured);
  }
  return all;
}

// Whether TOML and JSON have the value without quotes.
bool is_bare(const ConfigKey& row, const std::string& value) {
  const bool digits = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos && value.size() < 10;
  return row.shape == Shape::number || row.shape == Shape::flag || (row.shape == Shape::word && digits);
}

std::string value_json(const Configured& one) {
  const ConfigKey& row = *find_config_key(one.key);
  if (row.shape == Shape::list) return json_texts(one.values);
  if (one.values.empty()) return "null";
  if (is_bare(row, one.values.front())) return one.values.front();
  const std::string list = json_texts(one.values);
  return list.substr(1, list.size() - 2);
}

JsonObject key_json(const Configured& one) {
  const ConfigKey& row = *find_config_key(one.key);
  return JsonObject()
      .text("key", one.key)
      .raw("value", value_json(one))
      .text("origin", one.origin)
      .text_or_null("built_in", row.built_in)
      .text("form", form_text(row))
      .text("help", row.help);
}

std::vector<DeckSetting> settings_of(const World& world, const Arguments& arguments) {
  const auto deck = arguments.value("--deck");
  if (!deck) return {};
  Collection collection = world.open(Purpose::read);
  return deck_settings(collection, deck_called(collection, *deck));
}

int list_json(const std::vector<Configured>& all, const std::vector<DeckSetting>& settings) {
  std::vector<std::string> keys, decks;
  for (const Configured& one : all) keys.push_back(key_json(one).str());
  for (const DeckSetting& one : settings)
    decks.push_back(JsonObject().text("key", one.key).text("value", one.value).text("origin", one.origin).str());
  print_json(json_result().text("file", config_path()).raw("keys", json_array(keys)).raw("deck_settings", json_array(decks)));
  return 0;
}

// Columns: key, value, and who set it.
void print_rows(const std::vector<std::array<std::string, 3>>& rows, bool origin) {
  std::size_t key_width = 0;
  int value_width = 0;
  for (const auto& row : rows) {
    key_width = std::max(key_width, row[0].size());
    value_width = std::max(value_width, std::min(cells(row[1]), 40));
  }
  for (const auto& [key, value, from] : rows) {
    std::string line = fmt::format("{:<{}}  {}", key, key_width, value);
    if (origin) line += std::string(static_cast<std::size_t>(std::max(value_width - cells(value), 0) + 2), ' ') + from;
    std::cout << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

int list(const World& world, const Arguments& arguments) {
  const auto all = all_values(world.config().with(arguments));
  const auto settings = settings_of(world, arguments);
  if (world.globals.json) return list_json(all, settings);
  world.page();
  std::vector<std::array<std::string, 3>> rows;
  for (const Configured& one : all) rows.push_back({one_line(one.key), one_line(joined(one.values)), one.origin});
  print_rows(rows, arguments.has("--origin"));
  if (settings.empty()) return 0;
  rows.clear();
  for (const DeckSetting& one : settings) rows.push_back({one.key, one_line(one.value), one_line(one.origin)});
  std::cout << "\nDeck settings (ebb deck set)\n";
  print_rows(rows, true);
  return 0;
}

int get(const World& world, const std::string& key, const Arguments& arguments) {
  config_levels(key);  // told as unknown
  const Configured found = world.config().with(arguments).find(key);
  if (world.globals.json) {
    JsonObject object = json_result();
    print_json(object.text("key", found.key).raw("value", value_json(found)).text("origin", found.origin));
  } else {
    for (const std::string& value : found.values) std::cout << one_line(value) << '\n';
  }
  return found.values.empty() ? static_cast<int>(Exit::no) : 0;
}

std::string written(const ConfigKey& row, const std::vector<std::string>& values) {
  const auto one = [&](const std::string& value) { return is_bare(row, value) ? value : toml_string(value); };
  if (row.shape != Shape::list) return one(values.front());
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + one(value);
  return "[" + text + "]";
}

std::vector<std::string> checked(const ConfigKey& row, const std::string& key, std::vector<std::string> words) {
  if (row.shape != Shape::list) words = {fmt::format("{}", fmt::join(words, " "))};
  for (std::string& word : words) {
    const auto value = spelled_value(row, word);
    if (!value) throw Error(Exit::usage, unfit_text(row, one_line(key), word));
    word = *value;
  }
  return words;
}

int set(const World& world, const std::string& key, const std::vector<std::string>& words) {
  const auto levels = config_levels(key);
  const ConfigKey& row = *find_config_key(key);
  const std::string value = words.empty() ? "" : written(row, checked(row, key, words));
  const std::string path = config_path();
  const std::string before = exists(path) ? read_file(path) : "";
  const std::string after = with_toml_value(before, levels, value, path);
  if (after != before) save_config(path, after);
  const Configured now = Configuration::read(path).find(key);
  if (world.globals.json) {
    print_json(json_result().text("key", key).raw("value", value_json(now)).text("origin", now.origin).flag("changed", after != before));
    return 0;
  }
  const std::string shown = now.values.empty() ? "not set" : one_line(joined(now.values));
  world.say(fmt::format("{} is {} {}", one_line(key), shown, after == before ? "already; nothing was changed." : "now."));
  if (!value.empty() && now.origin.find(':') == std::string::npos)
    world.say(fmt::format("{} is set in the environment and goes before the file.", now.origin));
  return 0;
}

int run(const World& world, const Arguments& arguments) {
  const auto& words = arguments.words;
  const bool away = arguments.has("--default");
  if (words.empty() || (words[0] == "list" && words.size() == 1)) return list(world, arguments);
  if (words[0] == "get" && words.size() == 2) return get(world, words[1], arguments);
  if (words[0] == "set" && away && words.size() == 2) return set(world, words[1], {});
  if (words[0] == "set" && !away && words.size() >= 3) return set(world, words[1], {words.begin() + 2, words.end()});
  if (words[0] == "edit" && words.size() == 1) return edit_config(world);
  throw Error(Exit::usage,
              "Say what: ebb config list, ebb config get KEY, ebb config set KEY VALUE, or ebb config edit");
}

}  // namespace

const Command config_command{
    .name = "config",
    .aliases = "",
    .usage = "list|get|set|edit [KEY] [VALUE]",
    .summary = "the user's settings: the face, the keys, the editor",
    .examples =
        "ebb config list --origin              every key, and who set it\n"
        "ebb config set review.grades 2        for every review from now on\n"
        "ebb config set review.grades --default  back to what is built in\n"
        "ebb config get review.face            for scripts\n"
        "ebb config edit                       the whole file, checked before it is kept\n"
        "ebb help config-keys                what each key is for\n",
    .options = options,
    .run = run,
};

}  // namespace ebb
