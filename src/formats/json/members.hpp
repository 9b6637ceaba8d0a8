// Compact JSON values, built piece by piece and taken apart by members.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace ebb {

// Appends the comma that the next value or key needs, if any.
void append_separator(std::string& out);
// Appends `"key":` with its separator.
void append_key(std::string& out, std::string_view key);

// The members of a compact object as `append_key` makes it: each key as it is spelt, without quotes, and `"key":value`.
void for_each_member(std::string_view object,
                     const std::function<void(std::string_view key, std::string_view member)>& visit);

}  // namespace ebb
