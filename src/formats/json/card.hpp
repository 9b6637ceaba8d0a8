// One card while its members arrive: sides from text, numbers, lists or objects; everything else kept verbatim.
#pragma once
#include <string>
#include <vector>

#include "formats/intake.hpp"
#include "formats/json/capture.hpp"
#include "formats/json/card_kinds.hpp"
#include "formats/json/keys.hpp"
#include "formats/json/shape.hpp"

namespace ebb {

// Which keys a file's cards used, in words, for the report.
struct KeysUsed {
  std::vector<std::string> question, answer, tags, deck, id;
  static void add(std::vector<std::string>& names, const std::string& name);
  std::string words() const;  // `; question = "front", answer = "back"`
};

class JsonCard {
 public:
  JsonCard(const Shape& shape, const std::string& default_deck, Intake& intake, KeyTable& keys, KeysUsed& used)
      : shape_(shape), default_deck_(default_deck), intake_(intake), keys_(keys), used_(used) {}

  void begin(int number, Place at, std::size_t position);
  // The next member's name; its meaning decides what becomes of its value.
  void key(const std::string& name);
  void value(JsonKind kind, const std::string& text);
  // A list or an object as the value of the last key.
  void captured(const JsonCapture& capture);
  // Sets both sides at once, for {question: answer, …}.
  void pair(const std::string& question, const std::string& answer);
  // Hands the card on, or says why not. `base` goes before a deck that the card names itself.
  void finish(const DeckHead& head, const std::string& base, bool bad_bytes);

  int number() const { return note_.card; }
  Place at() const { return at_; }
  std::size_t position() const { return position_; }
  CardKey meaning() const { return meaning_.what; }

 private:
  struct Side {
    std::string text, key;
    int rank = 99;
    bool given = false;   // has a value that is not null
    std::string trouble;  // why it cannot be read
  };
  struct Member {
    std::string key, json;
  };
  void set_side(Side& side, std::string text, std::vector<std::string>& used);
  bool outranked(Side& side, JsonKind kind, const std::string& text);
  void keep(const std::string& key, std::string json);
  void take_tags(const JsonCapture& capture);
  bool take_extra(JsonKind kind, const std::string& text);
  bool take_extra(const JsonCapture& capture);
  std::string unreadable() const;
  std::string missing(const Side& side, const char* name, CardKey what) const;
  void name_deck(const DeckHead& head, const std::string& base);
  void gather_more();
  void take_html(std::string& text, const char* name);
  void take_html(std::vector<std::string>& list, const char* name);
  void take_all_html();

  const Shape& shape_;
  const std::string& default_deck_;
  Intake& intake_;
  KeyTable& keys_;
  KeysUsed& used_;
  ImportedNote note_;
  Place at_;
  std::size_t position_ = 0;
  std::string key_, own_deck_;
  KeyMeaning meaning_;
  Side question_, answer_;
  std::vector<Member> more_;
  std::vector<std::string> tags_;  // its own, before those of its deck are put in front
  CardExtras extras_;
  std::string html_;  // sides as they were before they became text, as a JSON object
  int id_rank_ = 99;
};

}  // namespace ebb
