// Anki's note types: the fields of a note and the templates that make cards of them.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ebb {

struct AnkiTemplate {
  std::string name;
  std::string front, back;            // as the file has them
  std::string front_text, back_text;  // without the parts that no text comes of: drawings, scripts, styles
};

struct AnkiNoteType {
  std::int64_t id = 0;
  std::string name;
  bool cloze = false;
  int sort_field = 0;
  std::vector<std::string> fields;
  std::vector<AnkiTemplate> templates;
  std::string css, latex_before, latex_after;
};

using AnkiNoteTypes = std::map<std::int64_t, AnkiNoteType>;

// A note type as one JSON object in the words of schema 11, and back. Notes name it by `note_type_label`, the name
// under which it travels among the media: it can be large, and a thousand notes share it.
std::string note_type_json(const AnkiNoteType& type);
std::optional<AnkiNoteType> note_type_from_json(std::string_view json);
std::string note_type_label(std::string_view json);
bool is_note_type_label(std::string_view name);

// The column `col.models` of schema 11: all note types by id. What cannot be read is left out.
AnkiNoteTypes note_types_from_json(std::string_view models);

// Fills in `front_text` and `back_text`.
void prepare_templates(AnkiNoteType& type);

}  // namespace ebb
