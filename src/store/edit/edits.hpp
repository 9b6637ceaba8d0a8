// The inside of a command that changes cards by hand.
#pragma once
#include <set>

#include "ebb/store/edit.hpp"
#include "store/log/batch.hpp"

namespace ebb {

struct Edits::Inside {
  Inside(Collection& in, const Today& today) : collection(in), store(in.store()), batch(in.store(), today) {}
  // Appends an entry about a note and folds the note.
  void say(NoteId note, const Change& change);
  // Folds cards again whose answers count in the tally, around an entry that changes what those count as.
  void say_of_schedule(CardId card, const Change& change);

  Collection& collection;
  Store& store;
  Batch batch;
};

}  // namespace ebb
