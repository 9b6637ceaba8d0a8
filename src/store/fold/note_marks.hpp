// A mark a note, for as many notes as there are: their numbers are small and dense.
#pragma once
#include <vector>

#include "ebb/core/ids.hpp"

namespace ebb {

class NoteMarks {
 public:
  // Marks the note; false if it was marked before.
  bool add(NoteId note) {
    const auto at = static_cast<std::size_t>(note.value);
    if (at >= marks_.size()) marks_.resize(at + at / 2 + 64);
    if (marks_[at]) return false;
    marks_[at] = true;
    return true;
  }

 private:
  std::vector<bool> marks_;
};

}  // namespace ebb
