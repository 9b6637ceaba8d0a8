// HTML as plain text for a terminal: lines, bullets, names of pictures and sounds, entities decoded.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

// What stands for a drawing that cannot be shown.
inline constexpr std::string_view drawing_mark = "[image: drawing]";

// Comments, styles and scripts go; blocks become lines; blanks are collapsed except in `<pre>`. Linear in its length.
// Invalid UTF-8 becomes U+FFFD. In `<pre class="ebb">`, as our own exports have it, every character counts.
std::string html_to_text(std::string_view html);
// `&amp;` and all others, by number and by name. What is none stays.
std::string decode_entities(std::string_view text);
// The same for valid UTF-8.
std::string valid_utf8(std::string_view text);

}  // namespace ebb
