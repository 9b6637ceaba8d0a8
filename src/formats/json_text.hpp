// Writing JSON text: quoting, and building compact values piece by piece.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace ebb {

// Appends a text in quotes, with the escapes that JSON asks for; all else stays as it is.
void append_quoted(std::string& out, std::string_view text);
// Appends the comma that the next value or key needs, if any.
void append_separator(std::string& out);
// Appends `"key":` with its separator.
void append_key(std::string& out, std::string_view key);

// The members of a compact object as `append_key` makes it: each key as it is spelt, without quotes, and `"key":value`.
void for_each_member(std::string_view object,
                     const std::function<void(std::string_view key, std::string_view member)>& visit);

}  // namespace ebb
