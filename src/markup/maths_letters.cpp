// Tables of letters.
#include "markup/maths_letters.hpp"

#include <cstdint>

#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

struct Pair {
  std::string_view from, to;
};

constexpr Pair raised[] = {
    {"0", "⁰"}, {"1", "¹"}, {"2", "²"}, {"3", "³"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"}, {"7", "⁷"}, {"8", "⁸"},
    {"9", "⁹"}, {"+", "⁺"}, {"−", "⁻"}, {"-", "⁻"}, {"=", "⁼"}, {"(", "⁽"}, {")", "⁾"}, {"a", "ᵃ"}, {"b", "ᵇ"},
    {"c", "ᶜ"}, {"d", "ᵈ"}, {"e", "ᵉ"}, {"f", "ᶠ"}, {"g", "ᵍ"}, {"h", "ʰ"}, {"i", "ⁱ"}, {"j", "ʲ"}, {"k", "ᵏ"},
    {"l", "ˡ"}, {"m", "ᵐ"}, {"n", "ⁿ"}, {"o", "ᵒ"}, {"p", "ᵖ"}, {"r", "ʳ"}, {"s", "ˢ"}, {"t", "ᵗ"}, {"u", "ᵘ"},
    {"v", "ᵛ"}, {"w", "ʷ"}, {"x", "ˣ"}, {"y", "ʸ"}, {"z", "ᶻ"}, {"A", "ᴬ"}, {"B", "ᴮ"}, {"D", "ᴰ"}, {"E", "ᴱ"},
    {"G", "ᴳ"}, {"H", "ᴴ"}, {"I", "ᴵ"}, {"J", "ᴶ"}, {"K", "ᴷ"}, {"L", "ᴸ"}, {"M", "ᴹ"}, {"N", "ᴺ"}, {"O", "ᴼ"},
    {"P", "ᴾ"}, {"R", "ᴿ"}, {"T", "ᵀ"}, {"U", "ᵁ"}, {"V", "ⱽ"}, {"W", "ᵂ"}, {"α", "ᵅ"}, {"β", "ᵝ"}, {"γ", "ᵞ"},
    {"δ", "ᵟ"}, {"θ", "ᶿ"}, {"φ", "ᵠ"}, {"χ", "ᵡ"}, {"′", "′"}, {"″", "″"}, {"‴", "‴"}, {"°", "°"}, {"∗", "*"},
    {"⊤", "ᵀ"}, {"†", "†"}, {"⁺", "⁺"}, {"∘", "°"}, {"*", "*"}, {"/", "ᐟ"}, {",", ","}};

constexpr Pair lowered[] = {
    {"0", "₀"}, {"1", "₁"}, {"2", "₂"}, {"3", "₃"}, {"4", "₄"}, {"5", "₅"}, {"6", "₆"}, {"7", "₇"}, {"8", "₈"},
    {"9", "₉"}, {"+", "₊"}, {"−", "₋"}, {"-", "₋"}, {"=", "₌"}, {"(", "₍"}, {")", "₎"}, {"a", "ₐ"}, {"e", "ₑ"},
    {"h", "ₕ"}, {"i", "ᵢ"}, {"j", "ⱼ"}, {"k", "ₖ"}, {"l", "ₗ"}, {"m", "ₘ"}, {"n", "ₙ"}, {"o", "ₒ"}, {"p", "ₚ"},
    {"r", "ᵣ"}, {"s", "ₛ"}, {"t", "ₜ"}, {"u", "ᵤ"}, {"v", "ᵥ"}, {"x", "ₓ"}, {"β", "ᵦ"}, {"γ", "ᵧ"}, {"ρ", "ᵨ"},
    {"φ", "ᵩ"}, {"χ", "ᵪ"}, {" ", " "}, {",", ","}};

constexpr Pair accents[] = {
    {"hat", "\u0302"},       {"widehat", "\u0302"},   {"bar", "\u0304"},            {"overline", "\u0305"},
    {"vec", "\u20D7"},       {"tilde", "\u0303"},     {"widetilde", "\u0303"},      {"dot", "\u0307"},
    {"ddot", "\u0308"},      {"dddot", "\u20DB"},     {"check", "\u030C"},          {"breve", "\u0306"},
    {"acute", "\u0301"},     {"grave", "\u0300"},     {"mathring", "\u030A"},       {"underline", "\u0332"},
    {"not", "\u0338"},       {"cancel", "\u0338"},    {"bcancel", "\u0338"},        {"xcancel", "\u0338"},
    {"sout", "\u0336"},      {"underbar", "\u0331"},  {"overrightarrow", "\u20D7"}, {"overleftarrow", "\u20D6"},
    {"widebar", "\u0305"},   {"overleftrightarrow", "\u20E1"}, {"undertilde", "\u0330"}, {"widecheck", "\u030C"},
    {"ul", "\u0332"}};

// The first capital, small letter and digit of a mathematical alphabet; 0 where it has none.
struct Alphabet {
  std::string_view command;
  char32_t capital, small, digit;
};
constexpr Alphabet alphabets[] = {
    {"mathbb", 0x1D538, 0x1D552, 0x1D7D8},  {"Bbb", 0x1D538, 0x1D552, 0x1D7D8},   {"mathds", 0x1D538, 0x1D552, 0x1D7D8},
    {"mathcal", 0x1D49C, 0x1D4B6, 0},       {"mathscr", 0x1D49C, 0x1D4B6, 0},     {"cal", 0x1D49C, 0x1D4B6, 0},
    {"mathfrak", 0x1D504, 0x1D51E, 0},      {"frak", 0x1D504, 0x1D51E, 0},        {"mathbf", 0x1D400, 0x1D41A, 0x1D7CE},
    {"boldsymbol", 0x1D400, 0x1D41A, 0x1D7CE}, {"bm", 0x1D400, 0x1D41A, 0x1D7CE}, {"pmb", 0x1D400, 0x1D41A, 0x1D7CE},
    {"bold", 0x1D400, 0x1D41A, 0x1D7CE},    {"bf", 0x1D400, 0x1D41A, 0x1D7CE},    {"textbf", 0, 0, 0},
    {"mathrm", 0, 0, 0},  {"mathit", 0, 0, 0},  {"mathsf", 0, 0, 0},   {"mathtt", 0, 0, 0},      {"mathnormal", 0, 0, 0},
    {"rm", 0, 0, 0},      {"it", 0, 0, 0},      {"sf", 0, 0, 0},       {"tt", 0, 0, 0},          {"symbf", 0x1D400, 0x1D41A, 0x1D7CE},
    {"mathup", 0, 0, 0},  {"symup", 0, 0, 0},   {"vb", 0x1D400, 0x1D41A, 0x1D7CE}};

// The letters that were there before the mathematical alphabets, and have no second place among them.
struct Older {
  char32_t gap, letter;
};
constexpr Older older[] = {
    {0x1D53A, 0x2102}, {0x1D53F, 0x210D}, {0x1D545, 0x2115}, {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D},
    {0x1D551, 0x2124}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131}, {0x1D4A3, 0x210B}, {0x1D4A4, 0x2110},
    {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133}, {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F}, {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134},
    {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111}, {0x1D515, 0x211C}, {0x1D51D, 0x2128}};

template <std::size_t size>
std::string_view look_up(const Pair (&table)[size], std::string_view from) {
  for (const Pair& pair : table)
    if (pair.from == from) return pair.to;
  return {};
}

template <std::size_t size>
std::optional<std::string> each_of(const Pair (&table)[size], std::string_view text) {
  std::string out;
  for (const Cluster& cluster : clusters(text)) {
    const std::string_view to = look_up(table, cluster.bytes);
    if (to.empty()) return {};
    out += to;
  }
  return out;
}

void append_code_point(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
  }
  byte(0x80 | ((c >> 6) & 0x3F));
  byte(0x80 | (c & 0x3F));
}

char32_t letter_in(const Alphabet& alphabet, char byte) {
  const auto offset = [byte](char first) { return static_cast<char32_t>(byte - first); };
  char32_t c = 0;
  if (byte >= 'A' && byte <= 'Z' && alphabet.capital != 0) c = alphabet.capital + offset('A');
  if (byte >= 'a' && byte <= 'z' && alphabet.small != 0) c = alphabet.small + offset('a');
  if (byte >= '0' && byte <= '9' && alphabet.digit != 0) c = alphabet.digit + offset('0');
  for (const Older& known : older)
    if (known.gap == c) return known.letter;
  return c;
}

}  // namespace

std::optional<std::string> superscript(std::string_view text) {
  return each_of(raised, text);
}

std::optional<std::string> subscript(std::string_view text) {
  return each_of(lowered, text);
}

std::optional<std::string> in_alphabet(std::string_view command, std::string_view text) {
  for (const Alphabet& alphabet : alphabets) {
    if (alphabet.command != command) continue;
    std::string out;
    for (const char byte : text)
      if (const char32_t c = letter_in(alphabet, byte); c != 0)
        append_code_point(out, c);
      else
        out += byte;
    return out;
  }
  return {};
}

std::string_view accent_mark(std::string_view command) {
  return look_up(accents, command);
}

std::string with_mark(std::string_view text, std::string_view mark) {
  std::string out;
  for (const Cluster& cluster : clusters(text)) {
    out += cluster.bytes;
    if (!cluster.blank) out += mark;
  }
  return out;
}

}  // namespace ebb
