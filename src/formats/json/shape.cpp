// Which shape a file has, from what the first walk saw.
#include "formats/json/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ebb/core/error.hpp"
#include "formats/json/walk.hpp"

namespace ebb {
namespace {

[[noreturn]] void refuse(const CleanText& text, const std::string& why) {
  throw Error(Exit::input, fmt::format("{}: {}", text.name(), why));
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    list += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", names[i]);
  return names.size() > most ? list + ", …" : list;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& each) { return lower_case(each) == name; });
}

Shape::Kind kind_of_object(const ShapeWalk& walk, const CleanText& text) {
  if (walk.shape.canonical && walk.version != "1")
    refuse(text, fmt::format("this is an ebb-deck of version {}; this ebb reads version 1. Use a newer ebb.",
                             walk.version.empty() ? "unknown" : walk.version));
  const bool index = walk.has_decks_list && !walk.has_cards_list && walk.cards == 0 && !walk.shape.canonical;
  if (index)
    refuse(text, "this is an index that names decks, not a deck: none of its decks has a list of cards. "
                 "Import the files that it names.");
  if (walk.has_cards_list || walk.has_decks_list || walk.shape.full) return Shape::Kind::deck;
  if (walk.schema.find("json-schema.org") != std::string::npos)
    refuse(text, "this is a JSON Schema, which describes decks, not a deck. Import a deck that follows it.");
  if (walk.root_question && walk.root_answer) return Shape::Kind::card;
  if (walk.lists > 0) return Shape::Kind::lists;
  if (walk.root_others == 0 && walk.root_texts >= 2) return Shape::Kind::pairs;
  if (walk.root_others + walk.root_texts == 0) return Shape::Kind::nothing;
  refuse(text, fmt::format("there is no list of cards in it: its keys are {}. A deck is "
                           "{{\"name\": \"…\", \"cards\": [{{\"question\": \"…\", \"answer\": \"…\"}}]}}.",
                           quoted_list(walk.shape.unused)));
}

Shape::Kind kind_of_list(const ShapeWalk& walk, const CleanText& text) {
  if (walk.elements_are_decks) return *walk.elements_are_decks ? Shape::Kind::decks : Shape::Kind::cards;
  if (walk.strays == 0) return Shape::Kind::nothing;
  refuse(text, "it is a list, but not of cards. A list of cards is [{\"question\": \"…\", \"answer\": \"…\"}].");
}

// Throws if no card has a key that is known as a question, or close to one.
void check_question(const ShapeWalk& walk, const CleanText& text, const ReadOptions& options) {
  const bool known = walk.question_seen || walk.shape.canonical || walk.card_keys.empty() ||
                     (walk.has_content && walk.hash_seen);
  const bool pairs = walk.shape.kind == Shape::Kind::pairs;
  if (known || pairs) return;
  if (!options.front_key.empty())
    refuse(text, fmt::format("no card has the key \"{}\"; their keys are {}.", options.front_key,
                             quoted_list(walk.card_keys)));
  const bool close = std::any_of(walk.card_keys.begin(), walk.card_keys.end(), [](const std::string& key) {
    const std::string_view nearest = nearest_key(key);
    return !nearest.empty() && card_key(nearest).what == CardKey::question;
  });
  if (close) return;
  refuse(text, fmt::format("no key of the cards is known as a question; their keys are {}. "
                           "Say which to use with --front-key KEY --back-key KEY.", quoted_list(walk.card_keys)));
}

std::string find_deck_key(const ShapeWalk& walk) {
  std::vector<std::string_view> candidates{"deck"};
  if (!walk.shape.canonical)
    for (const char* name : {"deckname", "deck_name"}) candidates.emplace_back(name);
  if (walk.shape.kind == Shape::Kind::cards)
    for (const char* name : {"title", "category"}) candidates.emplace_back(name);
  for (const std::string_view name : candidates)
    if (has(walk.card_keys, name)) return std::string(name);
  return "";
}

// Names in full, tags of the decks above included; the user's own name on top.
void complete_heads(Shape& shape, const std::string& deck) {
  const auto roots = std::count_if(shape.decks.begin(), shape.decks.end(), [](const DeckHead& h) { return h.parent < 0; });
  for (DeckHead& head : shape.decks) {
    if (head.parent >= 0) {
      const DeckHead& above = shape.decks[static_cast<std::size_t>(head.parent)];
      head.tags.insert(head.tags.begin(), above.tags.begin(), above.tags.end());
      if (head.text.empty()) head.text = above.text;
      const bool both = !above.name.empty() && !head.name.empty();
      head.name = above.name + (both ? "::" : "") + head.name;
    } else if (!deck.empty()) {
      head.name = roots == 1 || head.name.empty() ? deck : deck + "::" + head.name;
      if (roots == 1) head.id.clear();
    }
  }
}

}  // namespace

Shape find_shape(CleanText& text, const ReadOptions& options) {
  ShapeWalk walk(options);
  parse_json(text, walk);
  if (walk.root_is_scalar) refuse(text, "it holds a single value, not a list of cards.");
  Shape& shape = walk.shape;
  shape.canonical = walk.format == "ebb-deck";
  shape.full = shape.canonical && walk.has_log;
  shape.crowd_anki = walk.crowd_anki && !walk.root_is_list;
  if (shape.crowd_anki) return std::move(shape);
  shape.hashcards = walk.has_content && walk.hash_seen;
  shape.answers.sort();
  shape.kind = walk.root_is_list ? kind_of_list(walk, text) : kind_of_object(walk, text);
  if (shape.kind != Shape::Kind::card && shape.kind != Shape::Kind::nothing && !shape.full)
    check_question(walk, text, options);
  shape.deck_key = find_deck_key(walk);
  complete_heads(shape, options.deck);
  return std::move(shape);
}

}  // namespace ebb
