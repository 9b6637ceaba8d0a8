// What an edited text comes to: cards made, edited, moved and taken out, and what cannot be read.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/program/command.hpp"
#include "ebb/formats/buffer.hpp"
#include "ebb/store/edit.hpp"
#include "ebb/store/import.hpp"

namespace ebb {

// The cards as one text, with a remark on how to edit them at its top.
std::string buffer_of(const std::vector<NoteView>& notes);
// The note as it would be written again.
ImportedNote imported_of(const NoteView& view);

// One note that the text changes.
struct EditedNote {
  NoteView before;  // as it was when the text was made; without an id for a new card
  ImportedNote now;
  int line = 0;  // where it stands in the text
  bool edited = false, moved = false;
  bool fresh() const { return before.id.empty(); }
};

struct EditPlan {
  std::vector<EditedNote> notes;    // new and changed ones, in the order of the text
  std::vector<NoteView> taken_out;  // those whose block is gone
  std::vector<BufferProblem> problems;
  std::size_t changes() const { return notes.size() + taken_out.size(); }
};

// Compares the text with the cards that it was made from. A new card without a deck gets the deck of the block before
// it, or `deck`. Ids that the text was not made with are looked for in the collection.
EditPlan plan_edit(Collection& collection, const std::vector<NoteView>& opened, const std::string& text,
                   const std::string& deck);

// As lines: `+ ~ > -` with counts and the first changes under each.
std::string edit_plan_text(const EditPlan& plan, bool all);

// Cards that another program changed since the text was made, as problems of the text with what they say now.
// Empty: all of it was saved as one command, whose name is in `entry`. `opened` is brought up to date.
std::vector<BufferProblem> apply_edit(const World& world, Collection& collection, const EditPlan& plan,
                                      std::vector<NoteView>& opened, std::vector<NoteId>& made, std::string& entry);

}  // namespace ebb
