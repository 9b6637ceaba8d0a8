// What an Anki collection says besides its notes and cards: note types, decks, its calendar and scheduler.
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "ebb/sqlite/database.hpp"
#include "formats/anki/calendar.hpp"
#include "formats/anki/note_type.hpp"

namespace ebb {

struct AnkiCollection {
  int schema = 11;
  AnkiNoteTypes types;
  std::map<std::int64_t, std::string> decks;  // full names, levels separated by `::`
  AnkiClock clock;
  int scheduler = 1;  // 1: the grades of its learning steps are one lower (formats.md, trap 1)
};

// Reads it. Throws `Error` if a table is not there or is no ordinary table.
AnkiCollection load_collection(UntrustedDatabase& database);

// The two schemas. `col` has its one row read already.
void load_schema11(UntrustedDatabase& database, AnkiCollection& collection);
void load_schema18(UntrustedDatabase& database, AnkiCollection& collection);

}  // namespace ebb
