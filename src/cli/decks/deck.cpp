// ebb deck: the decks, what is set for them, and setting it.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/decks/deck_exam.hpp"
#include "cli/decks/deck_verbs.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/json_out.hpp"
#include "cli/program/looks.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/core/words.hpp"
#include "ebb/store/deck_settings.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr Option options[] = {
    {"--all", "", "the settings of all decks, where a deck has none of its own"},
    {"--default", "", "set: take the setting away again"},
    {"--dry-run", "", "rename, move, rm: say what would change, and change nothing"},
};

int list_decks(const World& world) {
  Collection collection = world.open(Purpose::read);
  const auto names = deck_names(collection);
  if (world.globals.json) {
    std::vector<std::string> decks;
    for (const std::string& name : names)
      decks.push_back(JsonObject().text("name", name).text("scheduler", parameters_of(collection, name).scheduler).str());
    print_json(json_result().raw("decks", json_array(decks)));
    return 0;
  }
  int width = 4;
  for (const std::string& name : names) width = std::max(width, cells(one_line(name)));
  for (const std::string& name : names)
    std::cout << one_line(name) << std::string(static_cast<std::size_t>(width - cells(one_line(name)) + 2), ' ')
              << parameters_of(collection, name).scheduler << '\n';
  return 0;
}

int show_deck(const World& world, const std::string& deck) {
  Collection collection = world.open(Purpose::read);
  const std::string name = deck.empty() ? "" : deck_called(collection, deck);
  const auto settings = deck_settings(collection, name);
  const auto ready = readiness_of(collection, name, world.today());
  if (world.globals.json) {
    std::vector<std::string> objects;
    for (const DeckSetting& one : settings)
      objects.push_back(JsonObject().text("key", one.key).text("value", one.value).text("origin", one.origin).str());
    JsonObject object = json_result();
    object.text_or_null("deck", name).raw("settings", json_array(objects));
    ready ? object.raw("exam", exam_json(*ready)) : object.null("exam");
    print_json(object);
    return 0;
  }
  std::cout << (name.empty() ? "All decks" : one_line(name)) << "\n\n";
  for (const DeckSetting& one : settings) {
    const std::string value = one.value.size() > 40 ? one.value.substr(0, 37) + "..." : one.value;
    std::cout << fmt::format("  {:<11} {:<40} {}\n", one.key, one_line(value), one_line(one.origin));
  }
  if (ready) std::cout << '\n' << looks_of(world).drawn(world.placed(exam_text(*ready, world.today().day)));
  return 0;
}

// The nearest key is told where the store only knows that there is none.
void check_key(const std::string& key) {
  std::vector<std::string_view> keys;
  for (const SettingKey& one : setting_keys()) keys.push_back(one.key);
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  throw Error(Exit::usage, fmt::format("A deck has no setting `{}`.{} There are: {}", key, did_you_mean(key, keys),
                                       fmt::join(keys, ", ")));
}

int set_deck(const World& world, const std::string& deck, const std::string& key, const std::string& value) {
  check_key(key);
  Collection collection = world.open(Purpose::write);
  const int changed = change_settings(collection, world.today(), deck, {{key, value}});
  world.remember(collection);
  const std::string name = deck.empty() ? "all decks" : one_line(deck_called(collection, deck));
  const auto now = parameter_text(parameters_of(collection, deck.empty() ? "" : deck_called(collection, deck)), key);
  if (changed == 0) {
    world.say(fmt::format("{}: {} is {} already; nothing was changed.", name, key, now));
    return 0;
  }
  world.say(fmt::format("{}: {} is {} now. No due day moved; {} undo takes it back.", name, key, now, world.ebb()));
  return 0;
}

[[noreturn]] void refuse(const World& world) {
  throw Error(Exit::usage, fmt::format("Say what: {0} deck list, {0} deck show DECK, {0} deck set DECK KEY VALUE, {0} deck rename DECK NAME, "
                                       "{0} deck move DECK UNDER, or {0} deck rm DECK", world.ebb()));
}

int run(const World& world, const Arguments& arguments) {
  const auto& words = arguments.words;
  const bool all = arguments.has("--all");
  if (words.empty() || words[0] == "list") return list_decks(world);
  const std::size_t first = all ? 1 : 2;  // the word after the deck's name
  const std::string deck = all || words.size() < 2 ? "" : words[1];
  if (words[0] == "show" && words.size() == first) return show_deck(world, deck);
  if (words[0] == "set" && arguments.has("--default") && words.size() == first + 1) return set_deck(world, deck, words[first], "");
  if (words[0] == "set" && words.size() >= first + 2) {
    std::string value = words[first + 1];
    for (std::size_t i = first + 2; i < words.size(); ++i) value += " " + words[i];
    return set_deck(world, deck, words[first], value);
  }
  if (const auto code = run_deck_verb(world, words, arguments.has("--dry-run"))) return *code;
  refuse(world);
}

}  // namespace

const Command deck_command{
    .name = "deck",
    .aliases = "",
    .usage = "list|show|set|rename|move|rm [DECK] [KEY VALUE|NAME]",
    .summary = "the decks and their settings: scheduler, retention, steps, exam; rename, move, rm",
    .examples =
        "ebb deck list                          the decks, and what schedules them\n"
        "ebb deck set spanish scheduler fsrs    FSRS instead of SM-2\n"
        "ebb deck set spanish retention 0.85    fewer reviews, a little less remembered\n"
        "ebb deck set --all steps \"1m 10m\"      for every deck without a setting of its own\n"
        "ebb deck set law exam 2027-01-15       everything is seen again just before it\n"
        "ebb deck show spanish                  what is in force, and who set it\n"
        "ebb deck rename spanish es             with the decks under it; its cards and settings stay\n"
        "ebb deck move es languages             it is languages::es then; :: for the top\n"
        "ebb deck rm languages::es              its cards too; asks before\n",
    .options = options,
    .run = run,
};

}  // namespace ebb
