// One Anki note as an imported note: its texts, its facts to be kept, its cards.
#pragma once
#include <set>
#include <string>

#include "formats/anki/collection.hpp"
#include "formats/anki/rows.hpp"
#include "formats/intake.hpp"

namespace ebb {

// The fields between U+001F, valid UTF-8, as many as the note type has.
std::vector<std::string> split_fields(const AnkiNote& note, const AnkiNoteType* type, Intake& intake, int number);

// What of the note is kept as JSON. `label` names its note type among the media.
std::string note_facts(const AnkiNote& note, const AnkiNoteType* type, const std::vector<std::string>& fields,
                       const std::string& label);

// Writes the texts of note and cards. `number` is the note's place in the file.
class NoteTexts {
 public:
  NoteTexts(const AnkiCollection& collection, const AnkiCalendar& calendar, Intake& intake)
      : collection_(collection), calendar_(calendar), intake_(intake) {}
  void fill(ImportedNote& imported, const AnkiNote& note, const AnkiNoteType* type,
            const std::vector<std::string>& fields);

 private:
  const std::string& deck_of(const AnkiCard& card) const;
  void fill_card(ImportedNote& imported, const AnkiNote& note, const AnkiCard& card, const AnkiNoteType* type,
                 const std::vector<std::string>& fields);
  const AnkiCollection& collection_;
  const AnkiCalendar& calendar_;
  Intake& intake_;
};

}  // namespace ebb
