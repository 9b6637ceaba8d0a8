// `+x,-y`: tags to put on and to take off, as they are typed.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace ebb {

struct TagChange {
  std::vector<std::string> add, remove;
};

// Nothing if the word begins with neither + nor -. Throws Error(Exit::usage) for what is no tag.
std::optional<TagChange> tag_change_in(const std::string& word);
// The tag as it is stored. Throws Error(Exit::usage) if it is none.
std::string checked_tag(const std::string& tag);

}  // namespace ebb
