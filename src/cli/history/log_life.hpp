// ebb log ID: the life of one card, with what changed in its text.
#pragma once
#include <optional>

#include "cli/program/command.hpp"
#include "cli/program/json_out.hpp"
#include "ebb/store/log.hpp"

namespace ebb {

// The note that the one word names by its id, deleted ones too; nothing if the words are a filter. Throws
// Error(Exit::no) if the id begins those of several.
std::optional<NoteId> note_named(Collection& collection, const Arguments& arguments);
// Prints its entries, newest first, at most `limit`. Returns the exit code.
int print_life(const World& world, Collection& collection, NoteId note, std::optional<int> limit);
// An entry as `ebb log --json` has it.
JsonObject log_entry_json(const LogLine& line);

}  // namespace ebb
