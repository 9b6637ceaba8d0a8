// The one choke point between untrusted text and a terminal.
#pragma once
#include <string>
#include <string_view>

namespace ebb {

/// Makes any bytes safe to print: C0 (newline stays, tab becomes a space), DEL, C1, invalid UTF-8, line separators, bidi
/// controls and tag characters become visible tokens (`^[`, `<U+202E>`, U+FFFD); at most eight combining marks a cell.
/// Right-to-left letters stay. Idempotent. Every card text, file name, deck name and error goes through it.
std::string screen_text(std::string_view text);
/// The same on one line: newlines and runs of blanks become one space.
std::string one_line(std::string_view text);

}  // namespace ebb
