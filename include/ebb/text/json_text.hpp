// A text as a JSON string.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

/// `text` in quotes, escaped so that it is valid JSON and harmless on a terminal: control, bidi and line-separator
/// characters become \uXXXX (nothing is lost), invalid UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text);
/// Appends the same to `out`.
void append_json_text(std::string& out, std::string_view text);

}  // namespace ebb
