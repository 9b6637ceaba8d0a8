// The life of one note: every entry about it and its cards, with what each changed of its text.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ebb/store/log.hpp"

namespace ebb {

/// What a note said at one time.
struct NoteSays {
  std::string question, answer;
  std::vector<std::string> tags;
  bool operator==(const NoteSays&) const = default;
};

/// One entry. `before` and `after` are there when it set texts; the first has no `before`. A purged text is empty.
struct LifeLine {
  LogLine line;
  std::optional<NoteSays> before, after;
};

/// The notes whose id begins with `prefix` (6 and more hexadecimal digits, an `.ordinal` is not looked at), deleted ones
/// too.
std::vector<NoteId> notes_by_id(Collection& collection, const std::string& prefix);
/// Its entries, newest first.
std::vector<LifeLine> life_of_note(Collection& collection, NoteId note);

}  // namespace ebb
