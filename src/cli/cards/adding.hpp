// New cards: out of a text, and into the collection once it is known that they are new.
#pragma once
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/core/import.hpp"
#include "ebb/formats/buffer.hpp"

namespace ebb {

struct TextRead {
  std::vector<ImportedNote> notes;
  std::vector<BufferProblem> problems;
};
// The cards of a text: Q: and A:, or where there is neither lines of `question TAB answer`. `head` is for those that
// say nothing of their own.
TextRead notes_in_text(const std::string& text, const BufferBlock& head);

// Saves them as one command and prints their ids. Notes that ask nearly the same are shown before, and asked about.
// Returns the exit code.
int add_notes(const World& world, const std::vector<ImportedNote>& notes);

}  // namespace ebb
