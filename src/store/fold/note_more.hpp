// The `more` column of a note: tags, the file's id, its cards (note_cards.hpp) and the file's other keys, as one JSON
// object.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/file/store.hpp"

namespace ebb {

struct NoteMore {
  std::vector<std::string> tags;
  std::string id;         // the file's; empty if it had none
  std::string file_keys;  // a JSON object, as the file had it; empty if there was nothing else
};
NoteMore read_more(std::string_view more);
// Only the tags, for the cheap cases.
std::vector<std::string> tags_of(std::string_view more);
// The column for an imported note; `cards` and `file_keys` are JSON. Empty if there is nothing to keep.
std::string make_more(const std::vector<std::string>& tags, std::string_view id, std::string_view cards,
                      std::string_view file_keys);
// The local number of a tag; made when new.
std::int64_t tag_number(Store& store, std::string_view name);

}  // namespace ebb
