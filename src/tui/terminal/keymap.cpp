// The keys of review: Anki's, six presets, and the user's own.
#include "tui/terminal/keymap.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "ebb/core/error.hpp"
#include "ebb/text/unicode.hpp"

namespace ebb {
namespace {

constexpr Key letter(char32_t c) {
  return {Key::Kind::text, c};
}

// An action under the name that the user's file has for it, its keys in Anki's map, and what it does.
struct ActionRow {
  std::string_view name;
  Asked asked;
  std::string_view keys;  // parted by blanks
  std::string_view does;  // empty: told elsewhere on the help page
};

constexpr std::array rows{
    ActionRow{"advance", {Action::advance, 0}, "Space Enter", "show the answer; then Good"},
    ActionRow{"again", {Action::grade, 1}, "", ""},
    ActionRow{"hard", {Action::grade, 2}, "", ""},
    ActionRow{"good", {Action::grade, 3}, "", ""},
    ActionRow{"easy", {Action::grade, 4}, "", ""},
    ActionRow{"undo", {Action::undo, 0}, "u", "undo the last step"},
    ActionRow{"redo", {Action::redo, 0}, "Ctrl-R", "redo"},
    ActionRow{"edit", {Action::edit, 0}, "e", "edit the card in your editor, and come back to it"},
    ActionRow{"mark", {Action::mark, 0}, "m", "mark the card, or take the mark off"},
    ActionRow{"note", {Action::note, 0}, "M", "mark it with a note"},
    ActionRow{"suspend", {Action::suspend, 0}, "s", "suspend the card: it stays away until resumed"},
    ActionRow{"bury", {Action::bury, 0}, "b", "bury the card until tomorrow"},
    ActionRow{"skip", {Action::skip, 0}, "x", "skip the card: it comes again at the end"},
    ActionRow{"delete", {Action::remove, 0}, "D", "delete the card, after asking"},
    ActionRow{"why", {Action::why, 0}, "w", "why it is due now, and what each grade would do"},
    ActionRow{"info", {Action::info, 0}, "i", "about this card"},
    ActionRow{"last", {Action::look_back, 0}, "[", "look back at the last card; nothing is undone"},
    ActionRow{"pause", {Action::pause, 0}, "p", "pause: the card is hidden and no time counts"},
    ActionRow{"new", {Action::more_new, 0}, "n", "at the end: ten more new cards"},
    ActionRow{"cram", {Action::cram, 0}, "c", "at the end: practise these cards once more"},
    ActionRow{"ahead", {Action::ahead, 0}, "a", "at the end: tomorrow's cards"},
    ActionRow{"down", {Action::line_down, 0}, "j Down", "scroll down by a line"},
    ActionRow{"up", {Action::line_up, 0}, "k Up", "scroll up by a line"},
    ActionRow{"half_down", {Action::half_down, 0}, "Ctrl-D", "scroll down by half a page"},
    ActionRow{"half_up", {Action::half_up, 0}, "Ctrl-U", "scroll up by half a page"},
    ActionRow{"page_down", {Action::page_down, 0}, "PgDn", "scroll down by a page"},
    ActionRow{"page_up", {Action::page_up, 0}, "PgUp", "scroll up by a page"},
    ActionRow{"top", {Action::top, 0}, "Home", "to the beginning"},
    ActionRow{"bottom", {Action::bottom, 0}, "End", "to the end"},
    ActionRow{"hint", {Action::hint, 0}, "Tab", "the next hint"},
    ActionRow{"type", {Action::type, 0}, "t", "type this answer; Esc goes back to grading yourself"},
    ActionRow{"left", {Action::shift_left, 0}, "Left", "move wide code to the left"},
    ActionRow{"right", {Action::shift_right, 0}, "Right", "move wide code to the right"},
    ActionRow{"source", {Action::source, 0}, "v", "the text as it is stored, and back"},
    ActionRow{"open", {Action::open, 0}, "o", "open the picture in a window; again for the next"},
    ActionRow{"play", {Action::play, 0}, "r", "play the sound; again for the next"},
    ActionRow{"help", {Action::help, 0}, "?", "this page"},
    ActionRow{"redraw", {Action::redraw, 0}, "Ctrl-L", "draw the screen again"},
    ActionRow{"back", {Action::back, 0}, "Esc", "back from a page like this one; nothing elsewhere"},
    ActionRow{"quit", {Action::quit, 0}, "q", "finish, with a summary"},
    ActionRow{"leave", {Action::interrupt, 0}, "Ctrl-C", "leave now; all answers are saved"},
};

// Pairs of characters: what is pressed, and the key of Anki's map that it stands for.
struct Preset {
  std::string_view name;
  std::u32string_view pressed, meant;
};
constexpr std::array presets{
    Preset{"anki", U"", U""},
    Preset{"hjkl", U"hjkl", U"1234"},
    // 0 shows the answer; the keys around the digits undo, mark and explain.
    Preset{"numpad", U"0-+*/.", U" u3mwx"},
    // The upper row of a French keyboard has the digits only with Shift.
    Preset{"azerty", U"&é\"'(-è_çà", U"1234567890"},
    // Each letter where the Latin one is on the same keyboard.
    Preset{"cyrillic", U"йцукенгшщзхфывапролдячсмитьВЬРД,", U"qwertyuiop[asdfghjklzxcvbnmDMHL?"},
    Preset{"thumb", U"", U""},
};

const Preset& preset_called(std::string_view name) {
  std::string all;
  for (const Preset& preset : presets) {
    if (preset.name == name) return preset;
    all += (all.empty() ? "" : ", ") + std::string(preset.name);
  }
  throw Error(Exit::usage, "There are no keys `" + std::string(name) + "`. There are: " + all);
}

const ActionRow& row_called(std::string_view name) {
  std::string all;
  for (const ActionRow& row : rows) {
    if (row.name == name) return row;
    all += (all.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(Exit::usage, "No key does `" + std::string(name) + "`. There are: " + all);
}

template <typename Visit>
void for_each_key(std::string_view keys, Visit visit) {
  while (!keys.empty()) {
    const std::size_t blank = std::min(keys.find(' '), keys.size());
    visit(key_called(keys.substr(0, blank)));
    keys.remove_prefix(std::min(blank + 1, keys.size()));
  }
}

// Capitals that never act as their lower case: what they stand for must not become something milder.
constexpr std::u32string_view own_capitals = U"DM";

}  // namespace

Keymap::Keymap(std::string_view preset, const std::vector<OwnKeys>& own) {
  const Preset& chosen = preset_called(preset);
  for (const ActionRow& row : rows) for_each_key(row.keys, [&](const Key& key) { bind(key, row.asked); });
  bind({Key::Kind::paste}, {Action::pasted, 0});
  const Keymap* const anki = preset == "anki" ? nullptr : this;
  std::vector<Binding> more;
  for (std::size_t at = 0; anki != nullptr && at < chosen.pressed.size(); ++at)
    more.push_back({letter(chosen.pressed[at]), anki->asked_by(letter(chosen.meant[at]))});
  for (const Binding& binding : more) bind(binding.key, binding.asked);
  if (preset == "thumb") bind({Key::Kind::backspace}, {Action::grade, 1});
  for (const OwnKeys& one : own) {
    const Asked asked = row_called(one.action).asked;
    std::erase_if(bindings_, [&](const Binding& binding) { return binding.asked == asked; });
    for (const std::string& name : one.keys) {
      const Key key = key_called(name);
      if (key.kind == Key::Kind::unknown)
        throw Error(Exit::usage, "`" + name + "` is no key. Keys are written like a, Space, Enter, Ctrl-R, PgDn");
      bind(key, asked);
    }
  }
}

void Keymap::bind(const Key& key, Asked asked) {
  std::erase_if(bindings_, [&](const Binding& binding) { return binding.key == key; });
  bindings_.push_back({key, asked});
}

const Asked* Keymap::bound(const Key& key) const {
  const auto found = std::find_if(bindings_.begin(), bindings_.end(), [&](const Binding& one) { return one.key == key; });
  return found == bindings_.end() ? nullptr : &found->asked;
}

Asked Keymap::asked_by(const Key& key) const {
  if (const Asked* asked = bound(key)) return *asked;
  if (key.kind != Key::Kind::text) return {};
  if (const auto digit = decimal_digit(key.code)) {
    const Asked* own = bound(letter(U'0' + static_cast<char32_t>(*digit)));
    return own ? *own : Asked{Action::grade, *digit};
  }
  const bool capital = key.code >= U'A' && key.code <= U'Z' && own_capitals.find(key.code) == own_capitals.npos;
  if (capital)
    if (const Asked* asked = bound(letter(key.code - U'A' + U'a'))) return *asked;
  return {};
}

std::string Keymap::name_of(Action action) const {
  for (const Binding& binding : bindings_)
    if (binding.asked.action == action) return key_name(binding.key);
  return {};
}

std::string Keymap::name_of_grade(int digit) const {
  for (const Binding& binding : bindings_)
    if (binding.asked == Asked{Action::grade, digit}) return key_name(binding.key);
  return std::to_string(digit);
}

std::string Keymap::names(Action action) const {
  std::string all;
  for (const Binding& binding : bindings_)
    if (binding.asked.action == action) all += (all.empty() ? "" : " ") + key_name(binding.key);
  return all;
}

std::vector<KeyHelp> Keymap::help() const {
  std::vector<KeyHelp> lines;
  for (const ActionRow& row : rows)
    if (std::string keys = names(row.asked.action); !row.does.empty() && !keys.empty())
      lines.push_back({std::move(keys), std::string(row.does)});
  lines.push_back({"Ctrl-Z", "back to the shell; fg comes back here"});
  return lines;
}

std::vector<std::string_view> keymap_presets() {
  std::vector<std::string_view> names;
  for (const Preset& preset : presets) names.push_back(preset.name);
  return names;
}

std::vector<std::string_view> keymap_actions() {
  std::vector<std::string_view> names;
  for (const ActionRow& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace ebb
