// What a note is called outside, and what it asks.
#pragma once
#include <optional>
#include <string>

#include "store/file/store.hpp"

namespace ebb {

// The guid that a note was born with: its name outside.
std::optional<Guid> birth_guid(Store& store, NoteId note);
// The whole question in force; empty if there is no such note.
std::string question_of(Store& store, NoteId note);
// Its first line.
std::string first_line_of(Store& store, NoteId note);

}  // namespace ebb
