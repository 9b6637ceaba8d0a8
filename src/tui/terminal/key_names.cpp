// How keys are spelt, on the screen and in the user's file.
#include <array>
#include <string>
#include <utility>

#include "ebb/text/unicode.hpp"
#include "tui/terminal/keymap.hpp"

namespace ebb {
namespace {

constexpr std::array<std::pair<std::string_view, Key::Kind>, 12> named{{{"Enter", Key::Kind::enter},
                                                                        {"Esc", Key::Kind::escape},
                                                                        {"Tab", Key::Kind::tab},
                                                                        {"Backspace", Key::Kind::backspace},
                                                                        {"Up", Key::Kind::up},
                                                                        {"Down", Key::Kind::down},
                                                                        {"Left", Key::Kind::left},
                                                                        {"Right", Key::Kind::right},
                                                                        {"PgUp", Key::Kind::page_up},
                                                                        {"PgDn", Key::Kind::page_down},
                                                                        {"Home", Key::Kind::home},
                                                                        {"End", Key::Kind::end}}};

std::string utf8(char32_t code) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

// The one character of a text; 0 if it is none, or more.
char32_t only_character(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() != length || (first >= 0x80 && first < 0xC2)) return 0;
  char32_t code = length == 1 ? first : first & (0x3FU >> (length - 1));
  for (std::size_t at = 1; at < length; ++at) code = code << 6 | (static_cast<unsigned char>(text[at]) & 0x3FU);
  return code;
}

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t at = 0; at < a.size(); ++at)
    if ((static_cast<unsigned char>(a[at]) | 0x20U) != (static_cast<unsigned char>(b[at]) | 0x20U)) return false;
  return true;
}

}  // namespace

std::string key_name(const Key& key) {
  if (key.kind == Key::Kind::text) return key.code == U' ' ? "Space" : utf8(key.code);
  if (key.kind == Key::Kind::control) return {'C', 't', 'r', 'l', '-', static_cast<char>(key.code - U'a' + U'A')};
  for (const auto& [name, kind] : named)
    if (kind == key.kind) return std::string(name);
  return {};
}

Key key_called(std::string_view name) {
  if (same(name, "Space")) return {Key::Kind::text, U' '};
  for (const auto& [word, kind] : named)
    if (same(word, name)) return {kind};
  if (name.size() == 6 && same(name.substr(0, 5), "Ctrl-")) {
    const auto letter = static_cast<char32_t>(static_cast<unsigned char>(name[5]) | 0x20U);
    // Enter, Tab, Backspace and the signals of a terminal come as Ctrl keys too.
    if (letter >= U'a' && letter <= U'z' && std::string_view("hijmz").find(static_cast<char>(letter)) == std::string_view::npos)
      return {Key::Kind::control, letter};
    return {};
  }
  const char32_t code = only_character(name);
  return code > U' ' && code != 0x7F ? Key{Key::Kind::text, code} : Key{};
}

}  // namespace ebb
