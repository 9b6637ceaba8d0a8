// The names of pictures and sounds in the HTML of fields and templates.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace ebb {

// Adds the names in `[sound:…]`, `src=`, `data=` and `url(…)`, entities decoded, in normal form.
void find_media_names(std::string_view html, std::set<std::string, std::less<>>& names);

}  // namespace ebb
