// Packages for Anki in the form that every Anki reads: schema 11, deflate, the list of media as JSON.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "ebb/text/json_text.hpp"
#include "formats/anki/export_note.hpp"
#include "formats/anki/export_tables.hpp"
#include "formats/anki/media_names.hpp"
#include "formats/archive/zip_writer.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

// Days count from here: before any review that anybody kept, so that no due day is negative.
const Day first_day = day_from_number(10957);  // 2000-01-01

// Writes the media that were named, and their list.
void add_media(ZipWriter& zip, const ExportOptions& options, const std::set<std::string, std::less<>>& names) {
  std::string list = "{";
  int number = 0;
  for (const std::string& name : names) {
    if (!options.media || is_note_type_label(name)) continue;
    const std::optional<std::string> bytes = options.media(name);
    if (!bytes) continue;
    zip.add(std::to_string(number), *bytes, false);
    list += fmt::format("{}\"{}\":", number == 0 ? "" : ",", number);
    append_json_text(list, name);
    ++number;
  }
  zip.add("media", list + "}", true);
}

}  // namespace

void write_apkg(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry&) {
  ExportNoteTypes types(options);
  std::set<std::string, std::less<>> names;
  TemporaryFile file;
  {
    ExportTables tables(file.path(), options, first_day);
    ExportedCard card;
    std::int64_t note_type = 0;
    for (bool any = false; cards(card); any = true) {
      if (!any || !card.same_note) {
        const AnkiNote note = types.note_of(card);
        note_type = note.type;
        find_media_names(note.fields, names);
        tables.add_note(note);
      }
      types.needs_ordinal(note_type, card.ordinal);
      tables.add_card(card);
      card = {};
    }
    for (const auto& [id, type] : types.all()) {
      find_media_names(type.css, names);
      for (const AnkiTemplate& each : type.templates) find_media_names(each.front + each.back, names);
    }
    tables.finish(types.models());
  }
  ZipWriter zip;
  zip.add_file("collection.anki2", file.path());
  add_media(zip, options, names);
  zip.finish(out);
}

}  // namespace ebb
