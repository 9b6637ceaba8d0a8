// What tags there are, and which notes are under a tag or a deck.
#include <set>

#include "ebb/store/edit.hpp"
#include "ebb/text/unicode.hpp"
#include "store/edit/decks.hpp"

namespace ebb {

std::vector<TagCount> tags_in_use(Collection& collection) {
  std::vector<TagCount> tags;
  Statement& all = collection.store().sql(
      "SELECT tag.name, count(*) FROM note_tag JOIN tag ON tag.id = note_tag.tag JOIN note ON note.id = note_tag.note"
      " WHERE note.flags & 9 = 0 GROUP BY tag.id ORDER BY tag.name");
  while (all.step()) tags.push_back({std::string(all.text(0)), all.number(1)});
  return tags;
}

std::vector<NoteId> notes_tagged(Collection& collection, const std::string& tag) {
  Store& store = collection.store();
  const std::string wanted = fold_text(tag);
  std::set<std::int64_t> numbers;
  Statement& names = store.sql("SELECT id, name FROM tag");
  while (names.step()) {
    const std::string folded = fold_text(names.text(1));
    if (folded == wanted || folded.starts_with(wanted + "::")) numbers.insert(names.number(0));
  }
  std::set<std::int64_t> found;
  for (const std::int64_t number : numbers) {
    Statement& notes = store.sql(
        "SELECT note.id FROM note_tag JOIN note ON note.id = note_tag.note WHERE note_tag.tag = ? AND note.flags & 9 = "
        "0");
    notes.bind(1, number);
    while (notes.step()) found.insert(notes.number(0));
  }
  std::vector<NoteId> notes;
  for (const std::int64_t note : found) notes.push_back(NoteId{note});
  return notes;
}

std::int64_t notes_in_deck(Collection& collection, const std::string& deck) {
  Store& store = collection.store();
  std::int64_t notes = 0;
  for (const std::int64_t one : decks_under(store, deck)) {
    Statement& count = store.sql("SELECT count(*) FROM note WHERE deck = ? AND flags & 9 = 0");
    count.bind(1, one).step();
    notes += count.number(0);
    count.reset();
  }
  return notes;
}

}  // namespace ebb
