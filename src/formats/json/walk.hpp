// The walk of the first pass: where in the file the reader is, and what it has seen there.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "formats/json/parse.hpp"
#include "formats/json/shape.hpp"

namespace ebb {

// Collects what `find_shape` decides upon.
class ShapeWalk : public JsonHandler {
 public:
  explicit ShapeWalk(const ReadOptions& options) : keys_(options) {}
  bool key(const std::string& name) override;
  bool value(JsonKind kind, const std::string& text) override;
  bool open(bool object) override;
  bool close() override;

  Shape shape;
  bool root_is_list = false;
  bool root_is_scalar = false;
  std::optional<bool> elements_are_decks;  // of a list: decided by its first element
  std::string format, version, schema;     // of the root object
  bool has_cards_list = false, has_decks_list = false, has_log = false, has_content = false;
  int cards = 0;           // cards in lists under known keys
  int strays = 0;          // members of the root list that are no objects
  int lists = 0;           // lists of objects under other keys of the root
  int root_texts = 0, root_others = 0;
  bool root_question = false, root_answer = false;
  bool question_seen = false, hash_seen = false;
  std::vector<std::string> card_keys;  // of the first cards
  bool crowd_anki = false;

 private:
  enum class Role { root_list, decks, deck, element, cards, list, card, answers, answer, tags, log, skip };
  struct Frame {
    Role role;
    int deck = -1;          // which deck the frame is in
    bool cards_here = false;  // an element: a list under a cards key
    bool objects = false;     // a list: has objects; an element: its list has
    bool question = false;
    int name_rank = 99, id_rank = 99;
  };
  Role role_inside(bool object);
  Role role_in_deck(bool object);
  int add_deck(int parent);
  void deck_member(Frame& frame, JsonKind kind, const std::string& text);
  void note_card_key(Frame& frame, const std::string& name);
  bool element_ends(const Frame& frame);
  bool in_sessions() const { return list_key_ == "sessions" && frames_.size() > 1 && frames_[1].role == Role::list; }
  void answer_member(const std::string& text);

  std::vector<Frame> frames_;
  std::string key_, list_key_;
  ToldAnswer answer_;
  KeyTable keys_;
  int examined_ = 0;  // cards whose keys were noted
};

}  // namespace ebb
