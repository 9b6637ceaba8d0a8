// Real decks of other people, where they are at hand beside the checkout; the counts were measured without us.
#include <doctest/doctest.h>

#include <algorithm>
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
  if (expected.contains("notes")) CHECK(reading.report.taken == expected["notes"].get<int>());
  if (expected.contains("cloze_families")) {
    const auto clozes = std::count_if(reading.sink.notes.begin(), reading.sink.notes.end(),
                                      [](const ImportedNote& note) { return !note.cards.empty(); });
    CHECK(clozes == expected["cloze_families"].get<int>());
    CHECK(reading.report.taken - clozes == expected["basic"].get<int>());
  }
  if (expected.contains("cards")) {
    std::size_t cards = 0;
    for (const ImportedNote& note : reading.sink.notes) cards += note.cards.empty() ? 1 : note.cards.size();
    CHECK(cards == expected["cards"].get<std::size_t>());
  }
  std::map<std::string, int> decks;
  std::set<std::string> tags;
  for (const ImportedNote& note : reading.sink.notes) {
    // Anki counts cards, the others notes.
    decks[note.deck] += reading.report.format == "apkg" ? static_cast<int>(note.cards.size()) : 1;
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
    const bool text = kind.starts_with("json") || kind.starts_with("csv") || kind.starts_with("tsv") || kind.starts_with("md") || kind.starts_with("apkg");
    if (text) check_deck(deck, folder);
  }
}

}  // namespace ebb
