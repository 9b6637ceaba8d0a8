// UTF-8: validity, normal form, case and accent folding, similarity.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ebb {

/// The byte offset of the first invalid UTF-8 sequence; `std::string_view::npos` if all is valid.
std::size_t first_invalid_utf8(std::string_view text);
/// NFC of valid UTF-8; ASCII returns at once.
std::string to_nfc(std::string_view text);
/// For comparing: NFKC, case folded, accents removed, runs of blanks made one space, ends trimmed.
std::string fold_text(std::string_view text);
/// NFKC, with case folded and accents removed as asked for; blanks stay.
std::string fold_letters(std::string_view text, bool fold_case, bool fold_accents);
/// UTF-16 (with or without its byte-order mark stripped) to UTF-8; lone surrogates and an odd last byte become U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);
/// How alike two texts are, 0..1: one minus the edit distance over the longer length, on folded code points.
/// Returns 0 early when it cannot reach `at_least`.
double similarity(std::string_view a, std::string_view b, double at_least);
/// The value of a decimal digit of any script (`3`, `٣`, `３`); nothing for other characters.
std::optional<int> decimal_digit(char32_t c);

}  // namespace ebb
