// Three small queries. A completion is asked for at every press of a key: the collection is not opened as a whole.
#include "ebb/store/names.hpp"

#include <array>
#include <filesystem>

#include "ebb/core/error.hpp"
#include "ebb/sqlite/database.hpp"

namespace ebb {
namespace {

std::vector<std::string> texts(Database& db, const char* sql, const std::string& prefix) {
  std::vector<std::string> names;
  Statement all(db, sql);
  while (all.step())
    if (all.text(0).starts_with(prefix)) names.emplace_back(all.text(0));
  return names;
}

// The range of guids that begin with these hex digits.
std::vector<std::string> ids(Database& db, std::string prefix) {
  for (char& c : prefix) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if (std::string_view("0123456789abcdef").find(c) == std::string_view::npos) return {};
  }
  if (prefix.size() > 32) return {};
  const auto blob = [&](char filler) {
    std::array<std::uint8_t, 16> bytes{};
    std::string digits = prefix + std::string(32 - prefix.size(), filler);
    for (std::size_t i = 0; i < 16; ++i)
      bytes[i] = static_cast<std::uint8_t>(std::stoi(digits.substr(2 * i, 2), nullptr, 16));
    return bytes;
  };
  const auto first = blob('0'), last = blob('f');
  std::vector<std::string> names;
  Statement range(db, "SELECT lower(hex(guid)) FROM note_guid WHERE guid BETWEEN ? AND ? ORDER BY guid LIMIT 30");
  range.bind(1, std::span<const std::uint8_t>(first)).bind(2, std::span<const std::uint8_t>(last));
  while (range.step()) names.emplace_back(range.text(0));
  return names;
}

}  // namespace

std::vector<std::string> names_in(const std::string& collection, NameKind kind, const std::string& prefix) {
  if (!std::filesystem::exists(collection)) return {};
  try {
    Database db(collection, Access::read);
    if (kind == NameKind::ids) return ids(db, prefix);
    return texts(db, kind == NameKind::decks ? "SELECT name FROM deck WHERE live = 1 ORDER BY name"
                                             : "SELECT name FROM tag ORDER BY name",
                 prefix);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace ebb
