// Cards in the user's editor, from the text to the applied plan: `ebb edit`, and the key e of a review.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/cards/edit_plan.hpp"

namespace ebb {

struct EditingOptions {
  bool dry_run = false;
  bool quiet_plan = false;          // one card: its plan needs no showing
  std::optional<std::string> text;  // edited already: no editor is opened on it
};

struct EditingOutcome {
  enum class End { applied, unchanged, kept, dry_run } end = End::unchanged;
  EditPlan plan;
  std::vector<NoteId> made;  // new cards, in the order of the text
  std::string entry;         // the batch; empty unless applied
};

// Opens the notes in the editor and applies what was saved as one command. Nothing is lost: a text that could not be
// applied stays in a file, which is told.
EditingOutcome edit_notes(const World& world, Collection& collection, std::vector<NoteView> notes,
                          const EditingOptions& options);

// One note, for a caller that shows cards: give the terminal back to the shell before, and take it again after. What
// went wrong has been said on stderr. The entry of the change, after which the caller should read the note anew; empty if
// nothing was changed.
std::string edit_one_note(const World& world, Collection& collection, NoteId note);

}  // namespace ebb
