// The table of the configuration: a new key is a row here, and a question to World::config() where it matters.
#include "cli/config/config_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

using Words = std::string_view;

constexpr Words faces[] = {"screen", "line"};
constexpr Words grade_keys[] = {"2", "4", "6"};
constexpr Words orders[] = {"auto", "due", "random", "recall", "added"};
constexpr Words presets[] = {"anki", "hjkl", "numpad", "azerty", "cyrillic", "thumb"};
constexpr Words themes[] = {"default", "light", "contrast"};
constexpr Words named_colours[] = {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
                                   "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
                                   "bright-magenta", "bright-cyan", "bright-white"};
constexpr Words picture_ways[] = {"auto", "never"};
constexpr Words colours[] = {"auto", "always", "never"};
constexpr Words gone[] = {"orphan", "keep", "delete"};

constexpr FromVariable plain[] = {{"EBB_PLAIN", "line", true}};
constexpr FromVariable colour[] = {{"NO_COLOR", "never"}, {"CLICOLOR_FORCE", "always", true}};
constexpr FromVariable editors[] = {{"VISUAL"}, {"EDITOR"}};
constexpr FromVariable pagers[] = {{"PAGER"}};

constexpr ConfigKey rows[] = {
    {.key = "review.face", .shape = Shape::word, .words = faces, .built_in = "screen",
     .help = "the whole screen where the terminal can, or lines", .where = "review", .variables = plain},
    {.key = "review.grades", .shape = Shape::word, .words = grade_keys, .built_in = "4",
     .help = "how many keys grade an answer; 6 is SM-2's own 0-5", .where = "review", .flag = "--grades"},
    {.key = "review.limit", .shape = Shape::number,
     .help = "at most so many cards in one sitting", .where = "review", .flag = "--limit"},
    {.key = "review.order", .shape = Shape::word, .words = orders, .built_in = "auto",
     .help = "which due card comes first; auto: due, with a backlog recall", .where = "review", .flag = "--order"},
    {.key = "review.new", .shape = Shape::number, .most = 9999,
     .help = "new cards a study day; without it as the decks say", .where = "review, due"},
    {.key = "review.reviews", .shape = Shape::number, .most = 99999,
     .help = "reviews a study day; the others are deferred", .where = "review, due", .flag = "--reviews"},
    {.key = "review.siblings", .shape = Shape::flag, .built_in = "false",
     .help = "cards of one note may come on one day", .where = "review, due", .flag = "--siblings"},
    {.key = "review.preview", .shape = Shape::flag, .built_in = "true",
     .help = "show what each grade would do", .where = "review", .flag = "--no-preview"},
    {.key = "review.keys", .shape = Shape::word, .words = presets, .built_in = "anki",
     .help = "which keys do what on the screen; keys.* sets single ones", .where = "review"},
    {.key = "review.mouse", .shape = Shape::flag, .built_in = "false",
     .help = "clicks show and grade, the wheel scrolls", .where = "review"},
    {.key = "review.auto", .help = "show the answer and go on by itself: 8s/4s", .where = "review", .flag = "--auto"},
    {.key = "review.autoplay", .shape = Shape::flag, .built_in = "false",
     .help = "play a card's sounds as they come into sight", .where = "review"},
    {.key = "keys.*", .shape = Shape::list,
     .help = "the keys of one action: keys.undo = [\"z\"]", .where = "review"},
    {.key = "look.theme", .shape = Shape::word, .words = themes, .built_in = "default",
     .help = "colours of the review: for a light ground, or with high contrast", .where = "review"},
    {.key = "look.pictures", .shape = Shape::word, .words = picture_ways, .built_in = "auto",
     .help = "auto: pictures in the terminal where it, or chafa, can draw them", .where = "review"},
    {.key = "look.again", .shape = Shape::word, .words = named_colours, .help = "a colour of the theme by another name", .where = "review"},
    {.key = "look.hard", .shape = Shape::word, .words = named_colours, .help = "the same", .where = "review"},
    {.key = "look.good", .shape = Shape::word, .words = named_colours, .help = "the same", .where = "review"},
    {.key = "look.easy", .shape = Shape::word, .words = named_colours, .help = "the same", .where = "review"},
    {.key = "look.color", .shape = Shape::word, .words = colours, .built_in = "auto",
     .help = "auto: colour on a terminal", .where = "all", .flag = "--color", .variables = colour},
    {.key = "day.start", .shape = Shape::hour, .built_in = "04:00",
     .help = "when a study day begins, local time", .where = "all"},
    {.key = "import.on_gone", .shape = Shape::word, .words = gone, .built_in = "orphan",
     .help = "what becomes of cards that are no longer in their file", .where = "import", .flag = "--on-gone"},
    {.key = "backup.auto", .shape = Shape::flag, .built_in = "true",
     .help = "make a backup a day, and one before an import or a bulk change", .where = "all"},
    {.key = "backup.daily", .shape = Shape::number, .least = 1, .most = 1000, .built_in = "7",
     .help = "the newest backup of so many days is kept", .where = "all"},
    {.key = "backup.weekly", .shape = Shape::number, .most = 1000, .built_in = "4",
     .help = "before those, of so many weeks", .where = "all"},
    {.key = "backup.monthly", .shape = Shape::number, .most = 1000, .built_in = "12",
     .help = "before those, of so many months", .where = "all"},
    {.key = "set.*.filter", .help = "a saved filter: @NAME stands for it wherever a filter can be", .where = "all"},
    {.key = "pager", .built_in = "less",
     .help = "the command that shows long output; cat for none", .where = "all", .variables = pagers},
    {.key = "hooks.session_end",
     .help = "a command after each review; reads JSON (ebb hooks)", .where = "review"},
    {.key = "hooks.due",
     .help = "a command of ebb hooks run due; reads JSON", .where = "hooks"},
    {.key = "editor", .built_in = "vi",
     .help = "the command that edits a file", .where = "config edit", .variables = editors},
};

// How well levels fit a row: whether each is the row's, or the row's is `*`.
bool fits(std::string_view pattern, std::span<const std::string> levels) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::size_t dot = std::min(pattern.find('.'), pattern.size());
    const std::string_view level = pattern.substr(0, dot);
    if (level.empty() || (level != "*" && level != levels[i]) || levels[i].empty()) return false;
    pattern.remove_prefix(std::min(dot + 1, pattern.size()));
  }
  return pattern.empty();
}

// `set.a.b.filter` under `set.*.filter`: {"set", "a.b", "filter"}.
std::optional<std::vector<std::string>> taken_apart(std::string_view pattern, std::string_view key) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos && pattern != key) return {};
  std::string_view before = pattern.substr(0, std::min(star, pattern.size())), after;
  if (star != std::string_view::npos) after = pattern.substr(star + 1);
  if (key.size() < pattern.size() || !key.starts_with(before) || !key.ends_with(after)) return {};
  std::vector<std::string> levels;
  const auto add = [&](std::string_view part) {
    for (std::string_view rest = part; !rest.empty();) {
      const std::size_t dot = std::min(rest.find('.'), rest.size());
      if (dot > 0) levels.emplace_back(rest.substr(0, dot));
      rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
  };
  add(before);
  if (star != std::string_view::npos) levels.emplace_back(key.substr(before.size(), key.size() - before.size() - after.size()));
  add(after);
  return levels;
}

}  // namespace

std::span<const ConfigKey> config_keys() {
  return rows;
}

const ConfigKey* find_config_key(std::span<const std::string> levels) {
  const auto found = std::find_if(std::begin(rows), std::end(rows), [&](const ConfigKey& row) { return fits(row.key, levels); });
  return found == std::end(rows) ? nullptr : &*found;
}

const ConfigKey* find_config_key(std::string_view key) {
  for (const ConfigKey& row : rows)
    if (taken_apart(row.key, key)) return &row;
  return nullptr;
}

std::vector<std::string> config_levels(std::string_view key) {
  std::vector<std::string_view> names;
  for (const ConfigKey& row : rows) {
    if (const auto levels = taken_apart(row.key, key)) return *levels;
    names.push_back(row.key);
  }
  throw Error(Exit::usage, fmt::format("There is no key `{}`.{} All of them: ebb config list", key, did_you_mean(key, names)));
}

}  // namespace ebb
