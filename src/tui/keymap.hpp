// Which key does what in review: one table, which the help page lists too.
#pragma once
#include <span>
#include <string_view>

#include "tui/key.hpp"

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
  mark,
  why,
  info,
  more_new,
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

/// What a key asks for. A capital without a meaning of its own acts as its lower case; a digit of any script counts.
Asked asked_by(const Key& key);

/// A line of the help page.
struct KeyHelp {
  std::string_view keys, does;
};
/// All lines of the help page, but those of the grades.
std::span<const KeyHelp> key_help();

}  // namespace ebb
