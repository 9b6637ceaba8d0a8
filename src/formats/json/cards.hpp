// The second pass over a JSON file: cards, one by one, into the intake; or the entries of a full export.
#pragma once
#include <string>
#include <vector>

#include "formats/json/card.hpp"

namespace ebb {

class CardReader : public JsonHandler {
 public:
  // `base` is the deck that the user named; empty if none. `total` is the file's size, for the progress.
  CardReader(const Shape& shape, const ReadOptions& options, const std::string& default_deck, Intake& intake,
             std::size_t total);
  bool key(const std::string& name) override;
  bool value(JsonKind kind, const std::string& text) override;
  bool open(bool object) override;
  bool close() override;

  KeysUsed used;
  int entries = 0;  // of the log

 private:
  enum class Role { root_cards, decks, deck, cards, lists, pairs, card, content, log, entries, skip };
  struct Frame {
    Role role;
    int deck = -1;
  };
  Role root_role(bool object) const;
  Role role_inside(bool object) const;
  Role role_in_deck(bool object) const;
  void begin_card();
  void pair(JsonKind kind, const std::string& text);
  void report_stray(const char* what);
  void capture_ends();
  void tell_progress();
  Place here();

  const Shape& shape_;
  const std::string& base_;
  Intake& intake_;
  KeyTable keys_;
  JsonCard card_;
  JsonCapture capture_;
  bool capturing_ = false;
  std::vector<Frame> frames_;
  std::string key_;
  DeckHead flat_;      // the deck of cards that lie in no deck, or in a list named by its key
  int next_deck_ = 0;  // decks are numbered in the order in which they open
  int cards_ = 0;
  std::size_t total_, told_progress_ = 0;
};

}  // namespace ebb
