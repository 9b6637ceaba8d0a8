// The cards of cloze notes and of notes that ask both ways.
#include "formats/cloze.hpp"

#include <set>

#include "formats/json/members.hpp"

namespace ebb {

std::string make_cloze(ImportedNote& note, const Cloze& cloze) {
  std::set<int> numbers;
  for (const Hole& hole : cloze.holes) numbers.insert(hole.numbers.begin(), hole.numbers.end());
  // Every card holds the whole text: a megabyte with a hole at every letter must not become a terabyte.
  constexpr std::size_t most_cards = 1024, most_bytes = std::size_t{16} << 20;
  const bool too_much = numbers.size() * (cloze.text.size() + note.answer.size()) > most_bytes;
  if (numbers.size() > most_cards || (!numbers.empty() && *numbers.rbegin() > static_cast<int>(most_cards)) || too_much)
    return "the cloze has more holes than 1024, or too many for its length";
  note.question = cloze.text;
  note.cards.clear();
  for (const int number : numbers) {
    ImportedCard card;
    card.ordinal = number - 1;
    card.question = cloze_question(cloze, number);
    card.answer = cloze.text + (note.answer.empty() ? "" : "\n\n" + note.answer);
    note.cards.push_back(std::move(card));
  }
  add_text_member(note.more, "type", "cloze");
  add_text_member(note.more, "cloze", cloze_source(cloze));
  if (!note.answer.empty()) add_text_member(note.more, "answer", note.answer);
  return "";
}

void make_reversed(ImportedNote& note) {
  note.cards.assign(2, {});
  note.cards[1].ordinal = 1;
  note.cards[1].question = note.answer;
  note.cards[1].answer = note.question;
  add_text_member(note.more, "type", "reversed");
}

}  // namespace ebb
