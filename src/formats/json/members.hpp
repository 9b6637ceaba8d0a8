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

// The value of a member as it is spelt; empty if there is none of that name.
std::string_view member_of(std::string_view object, std::string_view name);
// A member that is a string, decoded; empty if there is none of that name.
std::string string_member(std::string_view object, std::string_view name);
// Adds a member to an object that may still be empty. `json` is its value.
void add_member(std::string& object, std::string_view name, std::string_view json);
void add_text_member(std::string& object, std::string_view name, std::string_view text);

}  // namespace ebb
