// The canonical deck as written.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "formats/reading.hpp"

namespace ebb {
namespace {

ExportedCard card(const std::string& id, const std::string& deck) {
  ExportedCard card;
  card.id = id;
  card.deck = deck;
  card.question = "q " + id;
  card.answer = "a";
  card.state = "new";
  return card;
}

std::string written(std::vector<ExportedCard> cards, const ExportOptions& options = {},
                    std::vector<std::string> entries = {}) {
  std::ostringstream out;
  std::size_t next = 0, next_entry = 0;
  find_format("json")->write(
      out, options,
      [&](ExportedCard& into) {
        if (next == cards.size()) return false;
        into = cards[next++];
        return true;
      },
      [&](std::string& into) {
        if (next_entry == entries.size()) return false;
        into = entries[next_entry++];
        return true;
      });
  return out.str();
}

}  // namespace

TEST_CASE("one deck stands at the top, one card a line") {
  CHECK(written({card("1", "A"), card("2", "A")}) ==
        "{\n \"format\": \"ebb-deck\",\n \"version\": 1,\n \"name\": \"A\",\n \"cards\": [\n"
        "  {\"id\":\"1\",\"question\":\"q 1\",\"answer\":\"a\"},\n  {\"id\":\"2\",\"question\":\"q 2\",\"answer\":\"a\"}\n ]\n}\n");
}

TEST_CASE("several decks nest, also when they take turns, and no card is a deck without cards") {
  const auto json = nlohmann::json::parse(written({card("1", "A"), card("2", "B"), card("3", "A")}));
  CHECK(json["cards"].empty());
  REQUIRE(json["decks"].size() == 3);
  CHECK(json["decks"][2]["name"] == "A");
  CHECK(json["decks"][2]["cards"][0]["id"] == "3");
  CHECK(nlohmann::json::parse(written({}))["cards"].empty());
}

TEST_CASE("a very large single deck nests, and reads back the same") {
  std::vector<ExportedCard> cards;
  for (int i = 0; i < 40; ++i) cards.push_back(card(std::to_string(i), "Big"));
  for (ExportedCard& each : cards) each.answer.assign(400'000, 'x');
  const Reading reading = read_from(written(cards), "x.json");
  REQUIRE(reading.report.taken == 40);
  CHECK(reading.sink.notes[39].deck == "Big");
  CHECK(reading.sink.notes[39].id == "39");
}

TEST_CASE("what was kept from the import goes out again, but no key twice") {
  ExportedCard kept = card("1", "A");
  kept.more = R"({"hint":"h","schedule":[1],"id":"no"})";
  kept.suspended = true;
  const auto plain = nlohmann::json::parse(written({kept}))["cards"][0];
  CHECK(plain["hint"] == "h");
  CHECK(plain["schedule"] == nlohmann::json::array({1}));
  CHECK(plain["id"] == "1");
  CHECK(plain["suspended"] == true);
  const Reading again = read_from(written({kept}), "x.json");
  CHECK(again.sink.notes[0].more == R"({"hint":"h","schedule":[1]})");
  CHECK(again.sink.notes[0].suspended);
}

TEST_CASE("a full export has schedules, the log last, and reads back as entries only") {
  ExportedCard studied = card("1", "A");
  studied.state = "review";
  studied.due = "2026-11-30";
  studied.last_review = "2026-11-24";
  studied.interval = 6;
  studied.reps = 2;
  studied.more = R"({"schedule":["old"]})";
  ExportOptions options;
  options.full = true;
  options.exported_at = "2026-11-25T07:30:00Z";
  const std::string text = written({studied}, options, {"{\"entry\":\"d:1\"}", "{\"entry\":\"d:2\"}"});
  const auto json = nlohmann::ordered_json::parse(text);
  CHECK(json["exported_at"] == "2026-11-25T07:30:00Z");
  CHECK(json["generator"] == "ebb");
  CHECK(json.items().begin().key() == "format");
  CHECK((--json.end()).key() == "log");
  CHECK(json["cards"][0]["schedule"][0]["due"] == "2026-11-30");
  CHECK(json["cards"][0]["schedule"][0]["ease"] == 2.5);
  const Reading reading = read_from(text, "x.json");
  CHECK(reading.report.full);
  CHECK(reading.sink.entries == std::vector<std::string>{"{\"entry\":\"d:1\"}", "{\"entry\":\"d:2\"}"});
  CHECK(read_from(written({studied}, options), "x.json").report.full);
}

}  // namespace ebb
