// Two look-ups that everything which names a note needs.
#include "store/fold/note_names.hpp"

namespace ebb {

std::optional<Guid> birth_guid(Store& store, NoteId note) {
  Statement& find = store.sql(
      "SELECT change.guid FROM note JOIN change ON change.id = iif(note.born = 0, note.q, note.born) WHERE note.id = ?");
  std::optional<Guid> guid;
  if (find.bind(1, note.value).step()) guid = guid_column(find, 0);
  find.reset();
  return guid;
}

std::string question_of(Store& store, NoteId note) {
  Statement& find = store.sql("SELECT change.q FROM note JOIN change ON change.id = note.q WHERE note.id = ?");
  const std::string text = find.bind(1, note.value).step() ? std::string(find.text(0)) : std::string();
  find.reset();
  return text;
}

std::string first_line_of(Store& store, NoteId note) {
  const std::string text = question_of(store, note);
  return text.substr(0, text.find('\n'));
}

}  // namespace ebb
