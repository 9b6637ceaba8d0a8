// The decks and tags that a note counts under, by number.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "ebb/stats/tables.hpp"
#include "ebb/store/statistics.hpp"

namespace ebb {

class NoteGroups {
 public:
  // By::deck or By::tag. Notes without a tag count under `(no tag)`.
  NoteGroups(Collection& collection, By by);
  // By number; sorted.
  const std::vector<std::string>& names() const { return names_; }
  // Calls `visit` with each number of the note.
  template <typename Visit>
  void for_each(NoteId note, Visit visit) const {
    const auto found = of_note_.find(note.value);
    if (found == of_note_.end()) {
      if (otherwise_) visit(*otherwise_);
      return;
    }
    for (const std::uint32_t number : found->second) visit(number);
  }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> of_note_;
  std::optional<std::uint32_t> otherwise_;
};

}  // namespace ebb
