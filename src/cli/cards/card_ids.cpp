// Ids in, cards out.
#include "cli/cards/card_ids.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"
#include "ebb/text/wrap.hpp"

namespace ebb {
namespace {

constexpr std::size_t most_listed = 10;

bool can_be_id(const std::string& id) {
  const std::string hex = id.substr(0, id.find('.'));
  return hex.size() >= 6 && hex.size() <= 32 && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

[[noreturn]] void ambiguous(const std::string& id, const std::vector<CardView>& cards) {
  std::string text = fmt::format("{} begins the ids of {} cards; use more digits:", id, cards.size());
  for (std::size_t i = 0; i < std::min(cards.size(), most_listed); ++i)
    text += fmt::format("\n  {}  {}", cards[i].id, cut(one_line(cards[i].question), 60, true));
  if (cards.size() > most_listed) text += fmt::format("\n  and {} more", cards.size() - most_listed);
  throw Error(Exit::no, text);
}

}  // namespace

std::vector<CardView> cards_named(Collection& collection, const std::string& word, const Today& today) {
  const std::string id = word.starts_with("id:") ? word.substr(3) : word;
  if (!can_be_id(id))
    throw Error(Exit::usage, fmt::format("\"{}\" is no id: an id is 6 to 32 of the digits 0-9 and a-f, as `ebb list` "
                                         "shows them.",
                                         one_line(id)));
  std::vector<CardView> cards;
  for (const CardId card : cards_by_id(collection, id))
    if (auto view = find_card(collection, card, today)) cards.push_back(std::move(*view));
  if (cards.empty()) throw Error(Exit::no, fmt::format("No card has the id {}. See what there is: ebb list", id));
  const bool one_note = std::all_of(
      cards.begin(), cards.end(), [&](const CardView& card) { return card.card.note() == cards.front().card.note(); });
  if (!one_note) ambiguous(id, cards);
  return cards;
}

std::vector<CardView> cards_named(Collection& collection, const std::vector<std::string>& ids, const Today& today,
                                  const std::string& verb) {
  if (ids.empty())
    throw Error(Exit::usage, fmt::format("{0} needs the id of a card: ebb {0} ID. `ebb list` shows the ids.", verb));
  std::vector<CardView> all;
  for (const std::string& id : ids)
    for (CardView& card : cards_named(collection, id, today)) all.push_back(std::move(card));
  return all;
}

std::string short_id(const std::string& id) {
  const std::size_t dot = id.find('.');
  const std::string ordinal = dot == std::string::npos || id.substr(dot) == ".0" ? "" : id.substr(dot);
  return id.substr(0, std::min<std::size_t>(dot, 8)) + ordinal;
}

}  // namespace ebb
