// What each writer makes of the same few cards, against tests/formats/<format>/written. EBB_APPROVE=1 writes it anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "formats/cloze.hpp"
#include "formats/reading.hpp"

namespace ebb {
namespace {

ImportedReview review_at(const char* time, Quality quality) {
  ImportedReview review;
  review.at = *parse_time(time);
  review.quality = quality;
  review.took = Millis(4200);
  return review;
}

ExportedCard card_of(const char* id, const char* deck, std::string question, std::string answer) {
  ExportedCard card;
  card.id = id;
  card.deck = deck;
  card.question = std::move(question);
  card.answer = std::move(answer);
  card.state = "new";
  return card;
}

std::vector<ExportedCard> some_cards() {
  std::vector<ExportedCard> cards;
  cards.push_back(card_of("plain", "Spanish::Verbs", "ser", "to be,\n\"to exist\""));
  cards[0].tags = {"verb", "a::b"};
  cards[0].state = "review";
  cards[0].due = "2026-12-01";
  cards[0].last_review = "2026-11-25";
  cards[0].interval = 6;
  cards[0].reps = 4;
  cards[0].lapses = 1;
  for (const Quality quality : {Quality::again, Quality::good, Quality::wrong, Quality::hard, Quality::easy})
    cards[0].reviews.push_back(review_at("2026-11-25T07:30:00.250Z", quality));
  cards[0].reviews.push_back(cards[0].reviews[0]);
  cards[0].reviews.back().intent = Intent::cram;
  ImportedNote cloze;
  REQUIRE(make_cloze(cloze, parse_cloze("{{c1::The sun}} is {{c2::hot}} [now]")) == "");
  for (const ImportedCard& own : cloze.cards) {
    cards.push_back(card_of("cloze", "Spanish::Verbs", own.question, own.answer));
    cards.back().more = cloze.more;
    cards.back().ordinal = own.ordinal;
    cards.back().same_note = own.ordinal > 0;
  }
  cards.push_back(card_of("hard", "C", "# no heading\n---\nQ: no mark\n=1+1", " =SUM(A1)\n"));
  cards.back().suspended = true;
  cards.push_back(card_of("formula", "C", "=1+1", "#x"));
  return cards;
}

}  // namespace

TEST_CASE("each writer writes the approved bytes") {
  for (const Format& format : formats()) {
    if (format.write == nullptr) continue;
    CAPTURE(format.name);
    const std::vector<ExportedCard> cards = some_cards();
    std::size_t next = 0;
    std::ostringstream out;
    const NextCard next_card = [&](ExportedCard& card) {
      if (next == cards.size()) return false;
      card = cards[next++];
      return true;
    };
    format.write(out, {}, next_card, [](std::string&) { return false; });
    if (format.name == "apkg") continue;  // a database: compared by reading it again
    const std::string file = std::string(EBB_SOURCE_DIR) + "/tests/formats/" + std::string(format.name) + "/written";
    if (const char* approve = std::getenv("EBB_APPROVE"); approve != nullptr && std::string(approve) == "1") {
      std::filesystem::create_directories(std::filesystem::path(file).parent_path());
      std::ofstream(file, std::ios::binary) << out.str();
    }
    CHECK(out.str() == whole_file(file));
  }
}

}  // namespace ebb
