// Front matter. The one file that includes toml++.
#include "formats/markdown/front_matter.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "formats/intake.hpp"
#include "formats/json/keys.hpp"

namespace ebb {
namespace {

constexpr std::string_view deck_tag = "flashcards";

// The value of a YAML line `name: value`, without quotes.
std::string_view yaml_value(std::string_view line, std::string_view key) {
  if (!line.starts_with(key) || !line.substr(key.size()).starts_with(':')) return {};
  std::string_view value = trimmed(line.substr(key.size() + 1));
  const bool quoted = value.size() >= 2 && value.front() == value.back() && (value[0] == '"' || value[0] == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

bool tag_sign(char c) {
  return c == '/' || c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// The deck of the first flashcards tag among the words of a line. `tagged` is set by any such tag.
std::string tagged_deck(std::string_view line, bool& tagged) {
  for (std::size_t at = line.find(deck_tag); at != std::string_view::npos; at = line.find(deck_tag, at + 1)) {
    if (at > 0 && tag_sign(line[at - 1])) continue;
    std::size_t end = at;
    while (end < line.size() && tag_sign(line[end])) ++end;
    tagged |= is_deck_tag(line.substr(at, end - at));
    if (std::string deck = deck_of_tag(line.substr(at, end - at)); !deck.empty()) return deck;
  }
  return "";
}

// What stands before the first table: only there is the deck's name, and toml++ (3.3) goes astray, by an assertion or
// undefined behaviour, over a table's header that begins with no letter of a name: `[.x]`.
std::string_view before_tables(std::string_view text) {
  for (std::size_t line = 0; line < text.size(); line = text.find('\n', line), line += line < text.size()) {
    const std::size_t first = text.find_first_not_of(" \t", line);
    if (first != std::string_view::npos && text[first] == '[') return text.substr(0, line);
  }
  return text;
}

std::string toml_name(std::string_view text) {
  try {
    const toml::table table = toml::parse(before_tables(text));
    return table["name"].value_or(std::string());
  } catch (const toml::parse_error&) {
    return "";
  }
}

}  // namespace

bool is_deck_tag(std::string_view tag) {
  return tag.starts_with(deck_tag) && (tag.size() == deck_tag.size() || tag[deck_tag.size()] == '/');
}

std::string deck_of_tag(std::string_view tag) {
  if (!is_deck_tag(tag)) return "";
  std::string deck;
  for (const char c : tag.substr(std::min(tag.size(), deck_tag.size() + 1))) {
    if (c == '/')
      deck += "::";
    else
      deck += c;
  }
  return deck;
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter found;
  found.name = toml_name(text);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    for (const std::string_view key : {"name", "deck"})
      if (found.name.empty()) found.name = yaml_value(line, key);
    if (found.tagged_deck.empty()) found.tagged_deck = tagged_deck(line, found.tagged);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

}  // namespace ebb
