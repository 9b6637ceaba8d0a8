// Letters in other forms: superscripts and subscripts, alphabets such as \mathbb, accents.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ebb {

// The text raised or lowered, if Unicode has every character of it so.
std::optional<std::string> superscript(std::string_view text);
std::optional<std::string> subscript(std::string_view text);
// The text in the alphabet of a command (`mathbb`); nothing if the command is none. What an alphabet lacks stays.
std::optional<std::string> in_alphabet(std::string_view command, std::string_view text);
// The combining character of an accent command (`hat`); empty if it is none.
std::string_view accent_mark(std::string_view command);
// The text with a mark on every character but blanks.
std::string with_mark(std::string_view text, std::string_view mark);

}  // namespace ebb
