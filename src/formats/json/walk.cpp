// The first pass: roles of the brackets, names of the decks, keys of the first cards.
#include "formats/json/walk.hpp"

#include <algorithm>
#include <array>

namespace ebb {
namespace {

constexpr int enough_cards = 20;

void add_once(std::vector<std::string>& list, const std::string& text) {
  constexpr std::size_t most = 30;
  if (list.size() < most && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

// Members of a deck that are understood or of no consequence.
bool known_deck_key(const std::string& name) {
  static constexpr std::array<std::string_view, 12> known{"format",   "version",  "description", "language",
                                                          "text",     "tags",     "exported_at", "generator",
                                                          "log",      "$schema",  "sessions",    "topics"};
  const std::string lower = lower_case(name);
  return std::find(known.begin(), known.end(), lower) != known.end() || name_key_rank(lower) >= 0 ||
         id_key_rank(lower) >= 0;
}

}  // namespace

int ShapeWalk::add_deck(int parent) {
  DeckHead head;
  head.parent = parent;
  shape.decks.push_back(std::move(head));
  return static_cast<int>(shape.decks.size()) - 1;
}

void ShapeWalk::note_card_key(Frame& frame, const std::string& name) {
  const CardKey what = keys_.look_up(name).what;
  const bool sides = what == CardKey::question || (what == CardKey::type || name == "cloze");
  question_seen |= sides;
  frame.question |= what == CardKey::question;
  hash_seen |= name == "hash";
  add_once(card_keys, name);
}

bool ShapeWalk::key(const std::string& name) {
  key_ = name;
  Frame& frame = frames_.back();
  const bool card = frame.role == Role::card || frame.role == Role::element;
  if (card && examined_ < enough_cards && !in_sessions()) note_card_key(frame, name);
  if (frame.role == Role::deck && frames_.size() == 1) {
    const CardKey what = keys_.look_up(name).what;
    root_question |= what == CardKey::question;
    root_answer |= what == CardKey::answer;
    crowd_anki |= name == "__type__" || name == "note_models";
  }
  return true;
}

void ShapeWalk::deck_member(Frame& frame, JsonKind kind, const std::string& text) {
  const bool root = frames_.size() == 1;
  if (root && kind == JsonKind::string) {
    if (key_ == "format") format = text;
    if (key_ == "$schema") schema = text;
  }
  if (root && key_ == "version") version = text;
  if (kind != JsonKind::string && kind != JsonKind::number) return;
  DeckHead& head = shape.decks[static_cast<std::size_t>(frame.deck)];
  if (const int rank = name_key_rank(key_); rank >= 0 && rank <= frame.name_rank) {
    frame.name_rank = rank;
    head.name = text;
  }
  if (key_ == "text") head.text = text;
  const bool bare_number = text.find_first_not_of("0123456789") == std::string::npos;
  if (const int rank = id_key_rank(key_); rank >= 0 && rank <= frame.id_rank && !bare_number) {
    frame.id_rank = rank;
    head.id = text;
  }
}

void ShapeWalk::answer_member(const std::string& text) {
  if (key_ == "hash") answer_.hash = text;
  if (key_ == "reviewedAt") answer_.at = text;
  if (key_ == "grade") answer_.grade = text;
}

bool ShapeWalk::value(JsonKind kind, const std::string& text) {
  if (frames_.empty()) {
    root_is_scalar = true;
    return true;
  }
  Frame& frame = frames_.back();
  if (frame.role == Role::root_list) ++strays;
  if (frame.role == Role::answer) answer_member(text);
  if (frame.role == Role::tags && kind == JsonKind::string)
    shape.decks[static_cast<std::size_t>(frame.deck)].tags.push_back(text);
  if (frame.role == Role::deck || frame.role == Role::element) deck_member(frame, kind, text);
  if (frames_.size() == 1 && frame.role == Role::deck) ++(kind == JsonKind::string ? root_texts : root_others);
  if (frame.role == Role::deck && !known_deck_key(key_)) add_once(shape.unused, key_);
  return true;
}

ShapeWalk::Role ShapeWalk::role_in_deck(bool object) {
  const bool root = frames_.size() == 1;
  Frame& frame = frames_.back();
  if (root) ++root_others;
  if (!object && cards_key_rank(key_) >= 0) {
    frame.cards_here = true;
    has_cards_list |= frame.role == Role::deck;
    if (shape.cards_key.empty()) shape.cards_key = key_;
    return Role::cards;
  }
  if (!object && decks_key_rank(key_) >= 0) {
    frame.cards_here = true;
    has_decks_list |= frame.role == Role::deck;
    if (shape.decks_key.empty()) shape.decks_key = key_;
    return Role::decks;
  }
  if (!object && lower_case(key_) == "tags") return Role::tags;
  if (object && root && key_ == "log" && frame.role == Role::deck) return Role::log;
  if (!object && root && frame.role == Role::deck) {
    list_key_ = key_;
    return Role::list;
  }
  if (frame.role == Role::deck && !known_deck_key(key_)) add_once(shape.unused, key_);
  return Role::skip;
}

ShapeWalk::Role ShapeWalk::role_inside(bool object) {
  if (frames_.empty()) {
    root_is_list = !object;
    return object ? Role::deck : Role::root_list;
  }
  switch (frames_.back().role) {
    case Role::root_list: return object ? Role::element : Role::skip;
    case Role::decks: return object ? Role::deck : Role::skip;
    case Role::deck:
    case Role::element: return role_in_deck(object);
    case Role::cards:
    case Role::list: return object ? Role::card : Role::skip;
    case Role::log: has_log |= !object && key_ == "entries"; return Role::skip;
    case Role::card:
      if (!object && key_ == "reviews" && in_sessions()) return Role::answers;
      has_content |= object && key_ == "content";
      return Role::skip;
    case Role::answers: return object ? Role::answer : Role::skip;
    default: return Role::skip;
  }
}

bool ShapeWalk::open(bool object) {
  const Role role = role_inside(object);
  const int outer = frames_.empty() ? -1 : frames_.back().deck;
  Frame frame{role, outer};
  if (role == Role::answer) answer_ = {};
  if (role == Role::deck || role == Role::element) frame.deck = add_deck(outer);
  if (role == Role::card) {
    if (frames_.back().role == Role::cards) ++cards;
    frames_.back().objects = true;
  }
  if (!frames_.empty() && frames_.back().role == Role::root_list && !object) ++strays;
  const bool entries = !frames_.empty() && frames_.back().role == Role::log && !object;
  if (entries) input->skip_to_end_of_list();
  frames_.push_back(frame);
  return true;
}

// The first element of a list decides what the list holds. False when a list of cards has shown enough.
bool ShapeWalk::element_ends(const Frame& frame) {
  if (!elements_are_decks) elements_are_decks = frame.objects || (frame.cards_here && !frame.question);
  if (*elements_are_decks) {
    has_cards_list = true;
    return true;
  }
  shape.decks.clear();
  shape.cards_key.clear();
  shape.decks_key.clear();
  return ++examined_ < enough_cards;
}

bool ShapeWalk::close() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.role == Role::element) return element_ends(frame);
  if (frame.role == Role::answer && !shape.answers.add(answer_)) ++shape.answers_unread;
  // The second pass checks what is skipped here.
  if (frame.role == Role::card && !in_sessions() && ++examined_ >= enough_cards) input->skip_to_end_of_list();
  const bool holds_decks = frame.role == Role::cards || frame.role == Role::decks;
  if (!frames_.empty() && holds_decks) frames_.back().objects |= frame.objects;
  if (frame.role == Role::list) {
    if (frame.objects) ++lists;
    if (!known_deck_key(list_key_)) add_once(shape.unused, list_key_);
  }
  return true;
}

}  // namespace ebb
