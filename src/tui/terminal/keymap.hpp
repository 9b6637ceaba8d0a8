// Which key does what in review: presets, the user's own keys over them, and the lines of the help page.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tui/terminal/key.hpp"

namespace ebb {

/// What a key asks for.
enum class Action {
  unbound,
  pasted,
  advance,
  grade,
  undo,
  redo,
  suspend,
  bury,
  skip,
  remove,
  mark,
  note,
  edit,
  why,
  info,
  look_back,
  pause,
  more_new,
  cram,
  ahead,
  line_down,
  line_up,
  half_down,
  half_up,
  page_down,
  page_up,
  top,
  bottom,
  hint,
  type,
  source,
  shift_left,
  shift_right,
  open,
  play,
  help,
  redraw,
  back,
  quit,
  interrupt,
};

/// An action, and the digit that was pressed for a grade.
struct Asked {
  Action action = Action::unbound;
  int digit = 0;
  bool operator==(const Asked&) const = default;
};

/// A line of the help page.
struct KeyHelp {
  std::string keys, does;
};

/// An action's keys as the user sets them: `undo`, {"z", "Ctrl-Z"}; the grades are `again`, `hard`, `good`, `easy`.
struct OwnKeys {
  std::string action;
  std::vector<std::string> keys;
};

/// The keys of a person.
class Keymap {
 public:
  /// A preset (`keymap_presets`) with the user's own keys over it: a key that they use loses its old meaning, and an action
  /// that they name loses its old keys. Throws `Error(Exit::usage)` for a preset, an action or a key that there is not.
  explicit Keymap(std::string_view preset = "anki", const std::vector<OwnKeys>& own = {});
  /// What a key asks for. A capital without a meaning of its own acts as its lower case; a digit of any script counts.
  Asked asked_by(const Key& key) const;
  /// The key that the bottom line names for an action: `Space`, `u`; empty if it has none.
  std::string name_of(Action action) const;
  /// The same for the grade that a digit stands for.
  std::string name_of_grade(int digit) const;
  /// All lines of the help page, but those of the grades.
  std::vector<KeyHelp> help() const;

 private:
  struct Binding {
    Key key;
    Asked asked;
  };
  void bind(const Key& key, Asked asked);
  const Asked* bound(const Key& key) const;
  std::string names(Action action) const;
  std::vector<Binding> bindings_;
};

/// `anki`, `hjkl`, `numpad`, `azerty`, `cyrillic`, `thumb`.
std::vector<std::string_view> keymap_presets();
/// The names by which actions are given other keys, in the order of the help page.
std::vector<std::string_view> keymap_actions();
/// How a key is written: `a`, `Space`, `Ctrl-R`, `PgDn`.
std::string key_name(const Key& key);
/// Reads it back; `Key::Kind::unknown` for what is no key.
Key key_called(std::string_view name);

}  // namespace ebb
