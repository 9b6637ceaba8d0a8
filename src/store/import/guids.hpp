// Guids made from content: BLAKE2b over length-prefixed parts, so that two lists never give the same bytes.
#pragma once
#include <initializer_list>
#include <string_view>

#include "ebb/core/ids.hpp"

namespace ebb {

Guid hash_guid(std::initializer_list<std::string_view> parts);
// The guid that an imported note is minted with: from its id, else from its question; `occurrence` tells repeats apart.
Guid note_guid_for(const Guid& deck, std::string_view file_id, std::string_view question, int occurrence);

}  // namespace ebb
