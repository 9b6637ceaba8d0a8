// Reading changes of tags.
#include "cli/cards/tag_change.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/unicode.hpp"

namespace ebb {

std::string checked_tag(const std::string& tag) {
  const bool blank = tag.empty() || fold_text(tag).empty() || tag.find_first_of(" \t\n,\"") != std::string::npos;
  if (blank || tag.starts_with("::") || tag.ends_with("::"))
    throw Error(Exit::usage, fmt::format("\"{}\" is no tag: a tag has no blank, comma or quote in it, and levels are "
                                         "parted by :: as in verb::irregular.",
                                         one_line(tag)));
  return to_nfc(tag);
}

std::optional<TagChange> tag_change_in(const std::string& word) {
  if (word.empty() || (word[0] != '+' && word[0] != '-')) return {};
  TagChange change;
  for (std::size_t at = 0; at <= word.size();) {
    const std::size_t comma = std::min(word.find(',', at), word.size());
    const std::string one = word.substr(at, comma - at);
    const bool signed_one = !one.empty() && (one[0] == '+' || one[0] == '-');
    if (!signed_one)
      throw Error(Exit::usage, fmt::format("\"{}\" says neither + nor -: ebb tag +new,-old FILTER", one_line(one)));
    (one[0] == '+' ? change.add : change.remove).push_back(checked_tag(one.substr(1)));
    at = comma + 1;
  }
  return change;
}

}  // namespace ebb
