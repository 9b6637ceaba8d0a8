// Cards as Markdown that hashcards reads: Q: and A:, C: for clozes. A second deck and those after it get a heading,
// which hashcards does not know: one file holds one deck for it.
#include <fmt/format.h>

#include <ostream>

#include "ebb/text/json_text.hpp"
#include "formats/json/members.hpp"
#include "formats/markdown/escape.hpp"
#include "formats/markdown/hashcards_cloze.hpp"
#include "formats/readers.hpp"

namespace ebb {
namespace {

void write_side(std::ostream& out, char letter, std::string_view text) {
  const std::string side = side_text(text);
  out << letter << ':' << (side.empty() ? "" : " ") << side << '\n';
}

// The cloze text of a card's note, if it is one that can be written so.
std::optional<std::string> cloze_of(const ExportedCard& card) {
  if (string_member(card.more, "type") != "cloze") return std::nullopt;
  return hashcards_cloze(parse_cloze(string_member(card.more, "cloze")));
}

void write_head(std::ostream& out, const std::string& deck, bool first, bool titles) {
  if (first && !titles)
    out << "---\nname = " << json_text(deck) << "\n---\n\n";
  else
    out << (first ? "" : "---\n") << "# " << deck << "\n\n";
}

void write_sides(std::ostream& out, const NextCard& cards, bool clozes, bool titles) {
  ExportedCard card;
  std::string deck;
  bool first = true, whole_note = false;
  while (cards(card)) {
    if (first || card.deck != deck) write_head(out, card.deck, first, titles);
    deck = card.deck;
    first = false;
    const auto cloze = clozes ? cloze_of(card) : std::nullopt;
    if (cloze && card.same_note && whole_note) continue;
    whole_note = cloze.has_value();
    if (cloze) {
      write_side(out, 'C', *cloze);
    } else {
      write_side(out, 'Q', card.question);
      write_side(out, 'A', card.answer);
    }
    out << '\n';
    card = {};
  }
}

}  // namespace

void write_markdown(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_sides(out, cards, true, false);
}

void write_text(std::ostream& out, const ExportOptions&, const NextCard& cards, const NextEntry&) {
  write_sides(out, cards, false, true);
}

}  // namespace ebb
