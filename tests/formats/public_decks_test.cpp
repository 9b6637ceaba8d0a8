// Real decks of other people, where they are at hand beside the checkout; the counts were measured without us.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "formats/reading.hpp"

namespace ebb {
namespace {

void check_deck(const nlohmann::json& deck, const std::string& folder) {
  const std::string name = deck["name"];
  CAPTURE(name);
  const Reading reading = read_from(whole_file(folder + name), name);
  CHECK(reading.error == "");
  const nlohmann::json& expected = deck["expected"];
  CHECK(reading.report.taken == expected["notes"].get<int>());
  std::map<std::string, int> decks;
  std::set<std::string> tags;
  for (const ImportedNote& note : reading.sink.notes) {
    ++decks[note.deck];
    tags.insert(note.tags.begin(), note.tags.end());
  }
  if (expected.contains("decks")) CHECK(nlohmann::json(decks) == expected["decks"]);
  if (expected.contains("distinct_tags")) CHECK(tags.size() == expected["distinct_tags"].get<std::size_t>());
}

}  // namespace

TEST_CASE("public decks have as many cards, decks and tags as were counted") {
  const std::string folder = std::string(EBB_SOURCE_DIR) + "/../shared/decks/";
  if (!std::filesystem::exists(folder + "decks.json")) return;
  for (const auto& deck : nlohmann::json::parse(whole_file(folder + "decks.json"))) {
    const std::string kind = deck["format"];
    if (kind.starts_with("json") || kind.starts_with("csv") || kind.starts_with("tsv")) check_deck(deck, folder);
  }
}

}  // namespace ebb
