// What an undo or a redo has before it, read from the log before anything is changed.
#pragma once
#include <cstdint>
#include <string>

#include "ebb/store/collection.hpp"

namespace ebb {

// The newest commands of this device that `undo` would take, at most `count`, and how many of them were imports.
struct UndoAhead {
  int commands = 0;
  int imports = 0;
};
UndoAhead undo_ahead(Collection& collection, int count);

// How many undos could still be brought back, one `ebb redo` each. Ask after a redo: its entry is the newest.
int left_to_redo(Collection& collection);

}  // namespace ebb
