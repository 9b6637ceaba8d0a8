// The first pass over a JSON file: which of the known shapes it has, and what its decks are called.
#pragma once
#include <string>
#include <vector>

#include "formats/clean_text.hpp"
#include "formats/json/keys.hpp"
#include "formats/json/told_answers.hpp"

namespace ebb {

// What is known of a deck before its cards are read: in JSON its name may follow them.
struct DeckHead {
  std::string name;  // full, levels separated by `::`; empty if the file gives none
  std::string id;
  std::string text;  // how its texts are written: `plain`, `markdown`, `html`; empty: as in the deck above
  std::vector<std::string> tags;  // of this deck and those above it, as the file has them
  int parent = -1;
};

struct Shape {
  enum class Kind {
    cards,   // [card, …]
    decks,   // [{title, cards: […]}, …]
    deck,    // {cards: […], decks: […]}
    lists,   // {deck name: [card, …], …}
    pairs,   // {question: answer, …}
    card,    // {question, answer}
    nothing  // [] or {}
  } kind = Kind::nothing;
  bool canonical = false;      // says "format": "ebb-deck"
  bool full = false;           // canonical, with a log
  bool crowd_anki = false;     // has notes and note types: the other members say nothing
  bool hashcards = false;      // sides lie in content.basic
  std::vector<DeckHead> decks; // in the order in which their objects open
  std::string cards_key, decks_key;
  std::string deck_key;        // the key that names the deck inside each card, small letters; empty if none does
  ToldAnswers answers;           // of hashcards
  int answers_unread = 0;
  std::vector<std::string> unused;  // keys of decks that mean nothing here
};

// Reads until the shape is known. Throws `Error(Exit::input)` if it is no JSON, no deck, or no key is a question.
Shape find_shape(CleanText& text, const ReadOptions& options);

}  // namespace ebb
