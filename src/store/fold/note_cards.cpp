// Writing and reading the cards of a note.
#include "store/fold/note_cards.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "ebb/text/json_text.hpp"
#include "store/fold/note_more.hpp"
#include "store/log/json_members.hpp"

namespace ebb {
namespace {

constexpr int most_ordinal = 1023;

bool is_plain(const ImportedNote& note) {
  if (note.cards.empty()) return true;
  const ImportedCard& card = note.cards.front();
  const bool own_text = !(card.question.empty() && card.answer.empty()) &&
                        (card.question != note.question || card.answer != note.answer);
  return note.cards.size() == 1 && card.ordinal == 0 && !own_text && card.flag == 0 && card.more.empty();
}

void append_card(std::string& out, const NoteCard& card) {
  out += out.size() > 1 ? ",{\"ordinal\":" : "{\"ordinal\":";
  out += std::to_string(card.ordinal);
  if (!card.question.empty() || !card.answer.empty()) {
    out += ",\"question\":" + json_text(card.question);
    out += ",\"answer\":" + json_text(card.answer);
  }
  if (card.flag != 0) out += ",\"flag\":" + std::to_string(card.flag);
  if (!card.more.empty()) out += ",\"more\":" + card.more;
  out += '}';
}

int number_in(std::string_view card, std::string_view key, int most) {
  const std::string_view digits = raw_member(card, key);
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return std::clamp(number, 0, most);
}

std::string text_in(std::string_view card, std::string_view key) {
  const std::string_view quoted = raw_member(card, key);
  if (quoted.size() < 2 || quoted.front() != '"') return {};
  if (quoted.find('\\') == std::string_view::npos) return std::string(quoted.substr(1, quoted.size() - 2));
  const nlohmann::json text = nlohmann::json::parse(quoted, nullptr, false);
  return text.is_string() ? text.get<std::string>() : std::string();
}

std::string_view cards_member(std::string_view more) {
  // Most notes have none, and need not be looked through.
  return more.find("\"cards\":") == std::string_view::npos ? std::string_view() : raw_member(more, "cards");
}

}  // namespace

std::string cards_text(const ImportedNote& note) {
  if (is_plain(note)) return {};
  std::string out = "[";
  for (const ImportedCard& card : note.cards) append_card(out, {card.ordinal, card.question, card.answer, card.flag, card.more});
  return out + "]";
}

std::vector<NoteCard> cards_in(std::string_view more) {
  std::vector<NoteCard> cards;
  for_each_element(cards_member(more), [&](std::string_view card) {
    cards.push_back({number_in(card, "ordinal", most_ordinal), text_in(card, "question"), text_in(card, "answer"),
                     number_in(card, "flag", 7), std::string(raw_member(card, "more"))});
  });
  return cards;
}

std::vector<int> ordinals_in(std::string_view more) {
  std::vector<int> ordinals;
  for_each_element(cards_member(more), [&](std::string_view card) { ordinals.push_back(number_in(card, "ordinal", most_ordinal)); });
  if (ordinals.empty()) ordinals.push_back(0);
  return ordinals;
}

std::string without_card_facts(std::string_view more) {
  const std::string_view cards = cards_member(more);
  if (cards.empty()) return std::string(more);
  std::string rest = "[";
  for (NoteCard& card : cards_in(more)) {
    card.more.clear();
    append_card(rest, card);
  }
  std::string out(more.substr(0, static_cast<std::size_t>(cards.data() - more.data())));
  return out + rest + "]" + std::string(more.substr(static_cast<std::size_t>(cards.data() - more.data()) + cards.size()));
}

}  // namespace ebb
