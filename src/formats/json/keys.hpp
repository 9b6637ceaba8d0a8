// What the keys of a deck file mean: one table of names for JSON and for the headers of tables.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ebb/formats/formats.hpp"

namespace ebb {

// What a member of a card is.
enum class CardKey { other, question, answer, id, tags, deck, type, suspended, content };

// A key's meaning. Of two names for one thing the lower rank wins.
struct KeyMeaning {
  CardKey what = CardKey::other;
  int rank = 0;
};

// ASCII letters made small.
std::string lower_case(std::string_view text);
// The meaning of a card's key by the alias table, case ignored.
KeyMeaning card_key(std::string_view name);
// Names of lists of cards, of lists of decks, and of a deck's name: the rank from 0, or -1.
int cards_key_rank(std::string_view name);
int decks_key_rank(std::string_view name);
int name_key_rank(std::string_view name);
int id_key_rank(std::string_view name);
// The known key that a misspelt one was meant to be; empty if none is close.
std::string_view nearest_key(std::string_view name);

// Looks up the keys of a file's cards, the user's own choice of front and back first. Remembers what it has seen.
class KeyTable {
 public:
  // `deck_key`: the key that names the deck inside each card; empty if none does.
  KeyTable(const ReadOptions& options, std::string deck_key = "");
  KeyMeaning look_up(const std::string& name);

 private:
  KeyMeaning find(const std::string& name) const;
  struct Seen {
    std::string name;
    KeyMeaning meaning;
  };
  std::string front_, back_, deck_key_;
  std::vector<Seen> seen_;
};

}  // namespace ebb
