// What an exported card is in Anki: the fields of its note, its note type, its schedule.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ebb/formats/formats.hpp"
#include "formats/anki/note_type.hpp"
#include "formats/anki/rows.hpp"

namespace ebb {

// The note types of an export: those that came from Anki, and our own for notes that did not.
class ExportNoteTypes {
 public:
  explicit ExportNoteTypes(const ExportOptions& options) : options_(options) {}

  // The note that the card belongs to, as Anki has it: `type`, `guid`, `tags`, `fields` and, where known, `id` and
  // `modified` (else 0). The fields are those it came with unless its text was changed since.
  AnkiNote note_of(const ExportedCard& card);
  // A note of that type has a card with that ordinal: types that came without templates get one for each.
  void needs_ordinal(std::int64_t type, int ordinal);
  // All that were used, as the JSON of the column `models`.
  std::string models() const;
  const AnkiNoteTypes& all() const { return types_; }

 private:
  AnkiNote own_note(const ExportedCard& card);
  AnkiNoteType& type_for(const std::string& label, std::int64_t id, const std::string& name, bool cloze,
                         const std::vector<std::string>& fields);
  const AnkiNoteType& own_type(std::string_view kind);

  const ExportOptions& options_;
  AnkiNoteTypes types_;
  std::map<std::string, std::int64_t, std::less<>> ids_;  // by label or kind
};

// Plain text as HTML that reads back the same.
std::string html_of_text(std::string_view text);

// The card as Anki has it, without ids; days count from `first_day`. `position` is its place among the new ones.
AnkiCard exported_card(const ExportedCard& card, Day first_day, int position);
// Its history, entries that are no answers included.
std::vector<AnkiAnswer> exported_answers(const ExportedCard& card);
// The id it had in Anki and the deck it was in if that was not its note's; 0 and empty if it was never there.
std::int64_t card_id_in_anki(const ExportedCard& card);
std::string own_deck_in_anki(const ExportedCard& card);

}  // namespace ebb
